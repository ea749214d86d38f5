import { originOf, recordFacts } from "../../../audit/index.ts";
import type { Fact } from "../../../audit/types.ts";
import type { Id } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { queueMails } from "../../../mail/index.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import type { Database, Tx } from "../../../platform/database/types.ts";
import { networkOf } from "../../../platform/http/source.ts";
import type { RequestContext } from "../../../platform/http/types.ts";
import type { Society } from "../../../society/types.ts";
import type { Asked } from "./fields.ts";
import { contactMail } from "./mail.ts";
import { judgeCount, sinceOf } from "./rules.ts";
import { countContacts, holdContacts, insertContact, referenceOf, type Sender } from "./store.ts";

type Services = { readonly database: Database; readonly secrets: Secrets };

export type Sending = {
  readonly id: Id<"contact">;
  readonly asked: Asked;
  readonly society: Society;
  /** The society's own. */
  readonly to: string;
  readonly request: RequestContext;
};

/** Of this society's own member; a session at a shared entrance may be another one's. */
const sessionOf = ({ request: { session }, society }: Sending) =>
  session?.societyId === society.id ? session : null;

const senderOf = ({ secrets }: Services, sending: Sending): Sender => ({
  accountId: sessionOf(sending)?.accountId ?? null,
  sourceMac: secrets.mac("throttle", `source ${networkOf(sending.request.source)}`),
});

const factOf = (sending: Sending): Fact => {
  const session = sessionOf(sending);
  const details = { topic: sending.asked.topic };
  if (!session)
    return {
      action: "contact.sent",
      actor: { kind: "stranger" },
      subject: { kind: "society", id: sending.society.id },
      details,
    };
  const { accountId: id, memberId } = session;
  const subject = { kind: "account", id };
  return { action: "contact.sent", actor: { kind: "member", id }, subject, memberId, details };
};

const write = (tx: Tx, services: Services, sending: Sending) => {
  const { id, asked, society, to, request } = sending;
  const { id: reference, now } = request;
  insertContact(tx, { id, reference, ...senderOf(services, sending) }, now);
  recordFacts(tx, [factOf(sending)], { origin: originOf(request), at: now });
  const isMember = sessionOf(sending) !== null;
  const mail = contactMail({ to, society, asked, reference, isMember });
  queueMails(tx, [mail], { now, secrets: services.secrets });
};

/**
 * Counts and writes in one transaction. The same form a second time is answered with the number that
 * it got. Refuses what is too much.
 * @returns the お問い合わせ番号
 */
export const sendContact = (services: Services, sending: Sending): Promise<Result<string>> =>
  services.database.inSociety(sending.society.id, async (tx) => {
    holdContacts(tx);
    const known = await referenceOf(tx, sending.id);
    if (known) return ok(known);
    const { now } = sending.request;
    const sender = senderOf(services, sending);
    const whose = sender.accountId === null ? "source" : "account";
    const since = { own: sinceOf(now, whose), all: sinceOf(now, "all") };
    const refused = judgeCount(await countContacts(tx, sender, since), whose);
    if (refused) return refuse(refused);
    write(tx, services, sending);
    return ok(sending.request.id);
  });
