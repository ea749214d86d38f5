import type { AccountId } from "../../../kernel/ids.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { Language } from "../../../society/types.ts";
import type { TextSize } from "../../../ui/index.ts";

/** Language of mails, and the text size of browsers that have chosen none. */
export type Display = { readonly language: Language; readonly textSize: TextSize };

export const keepDisplay =
  (accountId: AccountId, { language, textSize }: Display) =>
  (tx: Tx): void =>
    tx.write(sql`
      update account set language = ${language}, text_size = ${textSize}
       where society_id = ${tx.society} and id = ${accountId}`);
