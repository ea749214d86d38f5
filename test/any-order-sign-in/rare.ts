import type { Story } from "./events.ts";

// Stories that chance tells about once in some thousand: told first, each time.

export const rareStories: readonly Story[] = [];
