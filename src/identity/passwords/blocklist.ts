import { dictionary } from "@zxcvbn-ts/language-common";

/**
 * Common and leaked passwords, offline: nothing a member types ever leaves the server.
 * Source: @zxcvbn-ts/language-common (MIT), some 49,000 entries in lower case.
 */
const common: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

/** @param text in lower case */
export const isCommonPassword = (text: string): boolean => common.has(text);
