import { nameKey } from "../../kernel/kana.ts";
import type { Factor } from "./method.ts";

/** 「わたしのスマートフォン」: what the owner of a device or a passkey calls it. */

/** As long as a line of a list of devices. */
export const longestName = 30;

type Named = Pick<Factor, "name">;

/** Whether two of one method could not be told apart at a sign-in: by what people see of a name. */
export const isNameTaken = (name: string, others: readonly Named[]): boolean =>
  others.some((other) => nameKey(other.name) === nameKey(name));

/** The name itself, or with a number where there is one of it already. */
export const freeName = (name: string, others: readonly Named[]): string => {
  const names = [name, ...others.map((_, i) => `${name} ${i + 2}`)];
  return names.find((one) => !isNameTaken(one, others)) ?? name;
};
