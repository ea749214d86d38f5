import type { SocietyDocument } from "../document/document.ts";
import type { Problem } from "../document/problems.ts";
import type { EntranceRow, SocietyRow } from "../store.ts";

/** What the directory holds of a document's society and entrance. */
export type Found = {
  readonly society: SocietyRow | undefined;
  /** Its contract ended. */
  readonly hasEnded: boolean;
  /** Another society with the same 保険者番号. */
  readonly sameNumber: SocietyRow | undefined;
  /** The entrance that the society has. */
  readonly its: EntranceRow | undefined;
  /** The entrance that stands where the document wants one. */
  readonly wanted: EntranceRow | undefined;
  /** The current version's document. */
  readonly before: unknown;
  /** That is this very document. */
  readonly isStored: boolean;
};

/** As `EntranceRow.host` stores it. */
export const storedHost = ({ code, entrance }: SocietyDocument): string =>
  entrance.kind === "shared" ? "" : (entrance.host ?? `${code}.`);

const shownHost = (host: string) => (host === "" ? "shared" : host);

const endedCode = ({ code }: SocietyDocument, { hasEnded }: Found): Problem | undefined =>
  hasEnded ? { path: "code", value: code, code: "code-ended", facts: {} } : undefined;

type Objection = (document: SocietyDocument, found: Found) => Problem | undefined;

const takenNumber: Objection = ({ insurerNumber }, { sameNumber }) =>
  sameNumber && {
    path: "insurerNumber",
    value: insurerNumber,
    code: "number-taken",
    facts: { was: sameNumber.code },
  };

// Passkeys are bound to the entrance's host, and user IDs are unique within it.
const movedEntrance: Objection = (document, { its }) =>
  its && its.host !== storedHost(document)
    ? {
        path: "entrance",
        value: shownHost(storedHost(document)),
        code: "entrance-fixed",
        facts: { was: shownHost(its.host) },
      }
    : undefined;

const takenHost: Objection = (document, { society, wanted }) =>
  !society && wanted?.kind === "own"
    ? { path: "entrance.host", value: storedHost(document), code: "host-taken", facts: {} }
    : undefined;

/**
 * Codes by mail are all there is, and go where a mail was received: who registers could enrol nothing.
 * No rule of the schema: what was stored before it stands, and the same document once more as well.
 */
const unprovedCodes: Objection = ({ policy: { secondFactor, email } }, { isStored }) =>
  !isStored &&
  secondFactor.demand === "required" &&
  secondFactor.methods.every((one) => one === "mail-otp") &&
  email.atRegistration !== "required-verified"
    ? {
        path: "policy.secondFactor.methods",
        value: JSON.stringify(secondFactor.methods),
        code: "mail-codes-unproved",
        facts: {},
      }
    : undefined;

/** What stands against a document that is right in itself. */
export const objections = (document: SocietyDocument, found: Found): readonly Problem[] =>
  [endedCode, takenNumber, movedEntrance, takenHost, unprovedCodes].flatMap(
    (object) => object(document, found) ?? [],
  );
