/** A start that cannot go on: one line for the operator that names what to mend, never a stack. */
export class StartRefusal extends Error {
  readonly code: string;
  constructor(code: string, line: string) {
    super(line);
    this.code = code;
  }
}
