import { foldWidth } from "../../kernel/width.ts";
import type { MemberKey } from "../../members/types.ts";

/** `記号/番号/枝番` as it is typed after --member; without 枝番 the insured person. Null otherwise. */
export const readMemberKey = (text: string): MemberKey | null => {
  const [symbol = "", memberNumber = "", branch = "00", ...more] = text
    .split(/[/／]/)
    .map((part) => part.trim());
  const branchNumber = foldWidth(branch || "00").padStart(2, "0");
  if (more.length > 0 || !symbol || !memberNumber || !/^[0-9]{2}$/.test(branchNumber)) return null;
  return { symbol, memberNumber, branchNumber };
};

/** 「10・1001・00 鈴木　花子」 */
export const memberText = ({
  symbol,
  memberNumber,
  branchNumber,
  name,
}: MemberKey & { readonly name: string }): string =>
  `${symbol}・${memberNumber}・${branchNumber} ${name}`;
