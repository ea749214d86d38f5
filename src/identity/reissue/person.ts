import type { MemberId } from "../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/time.ts";
import { type MemberKey, membersOf } from "../../members/index.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import type { Society } from "../../society/types.ts";
import { accountOf } from "../accounts/index.ts";
import { factorsOf } from "../methods/index.ts";
import { countSessions } from "../sessions/index.ts";
import { loginKeyOf } from "../sign-in/index.ts";
import { memberByLogin } from "./store.ts";
import type { Person } from "./types.ts";

/** How an operator says whom they mean. */
export type Whom =
  | { readonly by: "user-id"; readonly userId: string }
  | { readonly by: "member"; readonly key: MemberKey };

const memberIdOf = async (tx: Tx, { entranceId }: Society, whom: Whom): Promise<MemberId | null> =>
  whom.by === "user-id"
    ? memberByLogin(tx, { entranceId, loginKey: loginKeyOf(whom.userId) })
    : ((await membersOf(tx).byKey(whom.key))?.id ?? null);

/** Refuses with `user-id-unknown` or `member-unknown`. */
export const findPerson = (
  database: Database,
  society: Society,
  { whom, now }: { readonly whom: Whom; readonly now: Instant },
): Promise<Result<Person>> =>
  database.inSociety(society.id, async (tx) => {
    const id = await memberIdOf(tx, society, whom);
    const member = id && (await membersOf(tx).byId(id));
    if (!member) return refuse(`${whom.by}-unknown`);
    const account = (await accountOf(tx, member.id)) ?? null;
    const sessions = account ? await countSessions(tx, account.id, now) : 0;
    const factors = account ? (await factorsOf(tx, account.id)).length : 0;
    return ok({ member, account, sessions, factors });
  });
