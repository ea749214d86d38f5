import { dictionary } from "@zxcvbn-ts/language-common";

/**
 * Common and leaked passwords, offline: nothing a member types ever leaves the server.
 * Source: @zxcvbn-ts/language-common (MIT), some 49,000 entries in lower case.
 */
const common: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

/** What people in Japan think of first, and a list made elsewhere does not have. */
const japanese: ReadonlySet<string> = new Set([
  ...["aiueo", "kakikukeko", "abcde", "iroha", "nihon", "nihonjin", "toukyou", "oosaka", "kyouto"],
  ...["anpanman", "doraemon", "sazaesan", "ninja", "samurai", "momotaro", "momotarou"],
  ...["daisuki", "aishiteru", "arigatou", "ohayou", "konnichiwa", "himitsu", "shiawase", "kazoku"],
  ...["okaasan", "otousan", "tarou", "hanako", "jirou", "satou", "itou", "takahashi", "watanabe"],
  ...["kenkou", "hoken", "iryou", "byouin", "kaisha", "pasuwado", "pasuwaado", "ansho", "anshou"],
  ...["1qaz2wsx3edc", "1q2w3e4r5t", "qazwsxedc", "zaq1xsw2"],
]);

/** @param text in lower case */
export const isCommonPassword = (text: string): boolean => common.has(text) || japanese.has(text);
