/**
 * Everything that a log line may carry: ids, codes and numbers. There is no field for a name, an
 * address, an ID that a person types, a path with its parameters or an error's message (those of
 * the database repeat the values). A value of another form than its field's is withheld.
 */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const code = /^[A-Za-z][A-Za-z0-9_.:/-]{0,63}$/;
const requestId = /^[A-Za-z0-9_-]{6,40}$/;
/** The pattern that matched, such as `/services/:tile`: never the path of the request. */
const route = /^\/[a-z0-9:/*._-]{0,100}$/i;
const frames = /^[\w$.<> /:()[\]-]*$/;

const forms = {
  requestId,
  society: uuid,
  account: uuid,
  member: uuid,
  session: uuid,
  flow: uuid,
  mail: uuid,
  step: code,
  code,
  /** SQLSTATE or the code of Node. */
  errorCode: /^(?:[A-Z][A-Z0-9_]{2,39}|[0-9A-Z]{5})$/,
  errorName: code,
  /** Functions and files of our own, without the machine's folders. */
  at: frames,
  method: /^[A-Z]{3,7}$/,
  route,
  outcome: code,
  /** Of this program. */
  version: /^\d+\.\d+\.\d+(?:-[a-z0-9.]{1,20})?$/,
  /** Of an audit chain's seal. */
  root: /^[0-9a-f]{64}$/,
} as const satisfies Record<string, RegExp>;

export type TextField = keyof typeof forms;
export type NumberField = "status" | "ms" | "count" | "port" | "attempts" | "bytes" | "seal";
export type LogFields = Readonly<
  Partial<Record<TextField, string | undefined> & Record<NumberField, number | undefined>>
>;

const numbers: ReadonlySet<string> = new Set<NumberField>([
  "status",
  "ms",
  "count",
  "port",
  "attempts",
  "bytes",
  "seal",
]);

const isSafe = (name: string, value: unknown): boolean => {
  if (numbers.has(name)) return typeof value === "number";
  const form: RegExp | undefined = (forms as Record<string, RegExp>)[name];
  return typeof value === "string" && form?.test(value) === true;
};

/** What may be written, and under its own name only. */
export const safeFields = (fields: LogFields): Record<string, unknown> => {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const known = given.filter(([name]) => numbers.has(name) || Object.hasOwn(forms, name));
  return Object.fromEntries(
    known.map(([name, value]) => [name, isSafe(name, value) ? value : "(withheld)"]),
  );
};
