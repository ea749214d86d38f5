import type { AccountId, MemberId, SocietyId } from "../../../kernel/ids.ts";
import { todayInTokyo } from "../../../kernel/time.ts";
import { foldSymbol } from "../../../kernel/width.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import { networkOf } from "../../../platform/http/source.ts";
import type { RequestContext, WebContext } from "../../../platform/http/types.ts";
import { defaultPolicy, type Society } from "../../../society/index.ts";
import { coverAt } from "../../after-cover/index.ts";
import { spokenKana } from "../../proofing/index.ts";
import { loginKeyOf } from "../../sign-in/index.ts";
import { claimMacOf, emailMacOf } from "../macs.ts";
import { isSourceRefused, judgeAccount, missOf, type Reason } from "../rules.ts";
import type { Forgotten, RecoveryServices } from "../types.ts";
import { fieldsOf, forgottenIdForm, forgottenPasswordForm } from "./fields.ts";
import { forgetUnread, keepAsked, keepUnread } from "./kept.ts";
import {
  type Asker,
  type ClaimedLogin,
  type ClaimedPerson,
  findClaimedLogin,
  findClaimedPerson,
  insertRequest,
} from "./store.ts";

/** What an asking found: for the row and for staff, never for the answer. */
type Found = {
  readonly reason: Reason;
  readonly societyId: SocietyId | null;
  readonly memberId: MemberId | null;
  readonly accountId: AccountId | null;
  /** By this source, lately. */
  readonly asked: number;
  /** Everything that was claimed, folded; of a 本人確認 the card's number first, then the person. */
  readonly claim: readonly (readonly string[])[];
};

const askerOf = ({ secrets }: RecoveryServices, request: RequestContext): Asker => ({
  entranceId: request.entrance.id,
  sourceMac: secrets.mac("throttle", `source ${networkOf(request.source)}`),
  browserHash: hashToken(request.browser.token),
  at: request.now,
});

const judgeWhom = (
  found: ClaimedPerson | ClaimedLogin,
  { society, email, now }: Pick<RequestContext, "now" | "society"> & { readonly email: string },
): Reason => {
  const policy = society?.policy ?? defaultPolicy;
  return judgeAccount(found, email, coverAt(found.lostOn, { policy, now }));
};

type IdForm = Extract<ReturnType<ReturnType<typeof forgottenIdForm>>, { ok: true }>["input"];

const findId = async (
  services: RecoveryServices,
  request: RequestContext,
  claim: IdForm,
): Promise<Found> => {
  const { insurerNumber, email } = claim;
  // On a shared entrance the insurer number finds the society.
  const society: Society | null =
    request.entrance.societies
      .flatMap((id) => services.registry.society(id) ?? [])
      .find((one) => one.insurerNumber === insurerNumber) ?? null;
  const keys = {
    societyId: society?.id ?? null,
    symbolKey: foldSymbol(claim.symbol),
    numberKey: foldSymbol(claim.memberNumber),
    kanaKey: spokenKana(claim.nameKana),
    bornOn: claim.birthDate,
  };
  const found = await findClaimedPerson(services.database, askerOf(services, request), keys);
  const miss = missOf(found, society !== null);
  const reason = miss ?? judgeWhom(found, { society, email, now: request.now });
  const { symbolKey, numberKey, kanaKey, bornOn } = keys;
  return {
    ...found,
    societyId: keys.societyId,
    reason,
    claim: [[insurerNumber, symbolKey, numberKey], [kanaKey, bornOn], [email.toLowerCase()]],
  };
};

type PasswordForm = Extract<ReturnType<typeof forgottenPasswordForm>, { ok: true }>["input"];

const findPassword = async (
  services: RecoveryServices,
  request: RequestContext,
  { userId, email }: PasswordForm,
): Promise<Found> => {
  const loginKey = loginKeyOf(userId);
  const found = await findClaimedLogin(services.database, askerOf(services, request), loginKey);
  const society = (found.societyId && services.registry.society(found.societyId)) || null;
  const reason = (): Reason => {
    if (found.kind === null) return "unknown-id";
    if (found.kind === "provisional") return "letter-id";
    if (society === null) return "no-society";
    return judgeWhom(found, { society, email, now: request.now });
  };
  return { ...found, reason: reason(), claim: [[loginKey, email.toLowerCase()]] };
};

const readForm = (kind: Forgotten, request: RequestContext) => {
  const { form: typed, now } = request;
  if (kind === "forgot-password") {
    const read = forgottenPasswordForm(typed);
    return read.ok
      ? {
          ...read,
          find: (services: RecoveryServices) => findPassword(services, request, read.input),
        }
      : read;
  }
  const read = forgottenIdForm(todayInTokyo(now))(typed);
  return read.ok
    ? { ...read, find: (services: RecoveryServices) => findId(services, request, read.input) }
    : read;
};

type AskingEnd = "unread" | "too-many" | "asked";

/**
 * One asking: the same two statements and the same answer whether it found somebody or not. What
 * differs, a mail, is the worker's (telling/).
 */
export const ask = async (
  services: RecoveryServices,
  c: WebContext,
  kind: Forgotten,
): Promise<AskingEnd> => {
  const request = c.get("request");
  const { secrets, database } = services;
  const read = readForm(kind, request);
  if (!read.ok) {
    const typed = fieldsOf[kind].map((name) => [name, request.form[name] ?? ""]);
    keepUnread(c, secrets, kind, { typed: Object.fromEntries(typed), errors: read.errors });
    return "unread";
  }
  const { asked, claim, ...found } = await read.find(services);
  if (isSourceRefused(asked)) return "too-many";
  const { email } = read.input;
  const row = await insertRequest(database, askerOf(services, request), {
    ...found,
    kind,
    reference: request.id,
    claimMac: claimMacOf(secrets, `${request.entrance.id} ${kind}`, claim),
    emailMac: emailMacOf(secrets, email),
  });
  forgetUnread(c, kind);
  keepAsked(c, secrets, kind, { ...row, email });
  return "asked";
};
