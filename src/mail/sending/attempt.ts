import type { SocietyId } from "../../kernel/ids.ts";
import type { Delivery, Message } from "../../platform/smtp/types.ts";
import type { Society } from "../../society/types.ts";
import { bounceAddress } from "../bounces/token.ts";
import { mailDomainOf } from "../domain.ts";
import { openPart, type Part } from "../sealed.ts";
import type { MailText } from "../types.ts";
import type { Outcome, Ready, Sending } from "./types.ts";

type Opened = { readonly to: string; readonly content: MailText };

/** Undefined when the key is unknown, or somebody altered the row: no later attempt would help. */
const opened = ({ secrets }: Sending, { society, mail }: Ready): Opened | undefined => {
  const part = (name: Part, sealed: string) =>
    openPart(secrets, { society, mail: mail.id, part: name }, sealed);
  try {
    const content = JSON.parse(part("body", mail.body)) as MailText;
    return { to: part("recipient", mail.recipient), content };
  } catch {
    return undefined;
  }
};

// The command line may have added the society after this process read the registry.
const societyOf = async ({ registry }: Sending, id: SocietyId) => {
  const known = registry.society(id);
  if (known) return known;
  await registry.refresh();
  return registry.society(id);
};

type Writing = { readonly society: Society; readonly open: Opened };

const messageOf = (parts: Sending, { mail }: Ready, { society, open }: Writing): Message => {
  const domain = mailDomainOf(society, parts.domain);
  return {
    id: mail.id,
    domain,
    from: { name: society.name[mail.language], address: `${mail.senderRole}@${domain}` },
    returnPath: bounceAddress(parts.secrets, { society: society.id, mail: mail.id, domain }),
    to: open.to,
    date: mail.queuedAt,
    language: mail.language,
    ...open.content,
  };
};

const unsent = (code: string, forGood: boolean): Delivery => ({
  ...{ sent: false, forGood, code },
  about: "message",
});

/** One attempt at one mail. */
export const attempt = async (parts: Sending, ready: Ready): Promise<Outcome> => {
  const { society: id, mail } = ready;
  const outcome = { society: id, mail, to: null };
  // Its code is void by now: it would only puzzle.
  if (mail.validUntil !== null && parts.clock.now() >= mail.validUntil)
    return { ...outcome, delivery: unsent("stale", true) };
  const society = await societyOf(parts, id);
  if (!society) return { ...outcome, delivery: unsent("no-society", false) };
  const open = opened(parts, ready);
  if (!open) return { ...outcome, delivery: unsent("unreadable", true) };
  const delivery = await parts.transport.send(messageOf(parts, ready, { society, open }));
  return { ...outcome, to: open.to, delivery };
};
