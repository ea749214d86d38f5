/** Who did it. `system` is the portal itself, `operator` the command line. */
export type Actor =
  | { readonly kind: "member"; readonly id: string }
  | { readonly kind: "stranger" }
  | { readonly kind: "staff"; readonly id: string }
  | { readonly kind: "operator" }
  | { readonly kind: "system" };

/** One audit fact: who did what to whose data. Ids only, never names, addresses or values. */
export type Fact = {
  /** Verb phrase in the field's words, such as `account.registered`. */
  readonly action: string;
  readonly actor: Actor;
  /** What it was done to, such as `account` or `member`. */
  readonly subject: { readonly kind: string; readonly id: string };
  /** Whose data: the member, where there is one. */
  readonly memberId?: string | null;
  /** Codes, counts and ids; no personal data. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** From where: the same for every fact of one request. */
export type Origin = {
  /** Request id, or the id of a command's run. */
  readonly requestId: string;
  /** Address of the source, or `cli`. */
  readonly source: string;
};
