/** What may stand in `${}`: never a piece of SQL. Objects and arrays go as JSON text; cast `::jsonb`. */
export type SqlValue = string | number | boolean | null | Uint8Array | readonly string[];

/** One statement with its parameters, prepared under `name` on each connection. */
export type Sql = {
  readonly text: string;
  readonly values: readonly SqlValue[];
  readonly name: string;
};

const texts = new WeakMap<TemplateStringsArray, { text: string; name: string }>();
let count = 0;

/**
 * `sql\`select … where society_id = ${society}\`` — values become `$1…`, always.
 * The template's own identity names the prepared statement, so hot paths are parsed once.
 */
export const sql = (parts: TemplateStringsArray, ...values: readonly SqlValue[]): Sql => {
  let known = texts.get(parts);
  if (!known) {
    count += 1;
    known = {
      text: parts.reduce((text, part, i) => `${text}$${i}${part}`),
      name: `s${count}`,
    };
    texts.set(parts, known);
  }
  return { text: known.text, name: known.name, values };
};
