import { changedPaths } from "../document/changes.ts";
import type { SocietyDocument } from "../document/document.ts";
import type { Problem } from "../document/problems.ts";
import { areCodesUnproved } from "../policy-rules.ts";
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

/** As it stands stored, it may stay: only who writes something else is asked to mend it. */
const unprovedCodes: Objection = ({ policy, ...document }, { before }) =>
  areCodesUnproved(policy) && changedPaths(before, { ...document, policy }).length > 0
    ? {
        path: "policy.secondFactor.methods",
        value: JSON.stringify(policy.secondFactor.methods),
        code: "mail-codes-unproved",
        facts: {},
      }
    : undefined;

/** What stands against a document that is right in itself. */
export const objections = (document: SocietyDocument, found: Found): readonly Problem[] =>
  [endedCode, takenNumber, movedEntrance, takenHost, unprovedCodes].flatMap(
    (object) => object(document, found) ?? [],
  );
