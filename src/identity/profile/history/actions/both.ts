import type { InBoth } from "../../../../society/types.ts";

export const both = (ja: string, en: string): InBoth => ({ ja, en });
