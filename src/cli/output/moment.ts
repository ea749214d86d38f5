import { clockIn } from "../../kernel/moments.ts";
import { type Instant, todayInTokyo } from "../../kernel/time.ts";

/** 「2026-11-20 10時05分」 in Tokyo: with its year, for what may be long ago. */
export const momentText = (at: Instant): string => `${todayInTokyo(at)} ${clockIn("ja", at)}`;
