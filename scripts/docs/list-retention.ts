import { readFileSync } from "node:fs";
import type { Kept } from "../../src/main/retention/kept.ts";
import { retention } from "../../src/main/retention/table.ts";
import { defaultPolicy } from "../../src/society/index.ts";

const page = new URL("../../docs/operator/retention.md", import.meta.url);
const [begin, end] = ["<!-- made by scripts/docs.ts -->", "<!-- until here -->"];

const periodOf = ({ keep }: Kept): string => {
  if ("with" in keep) return `as long as the ${keep.with}`;
  if ("until" in keep) return `until ${keep.until}`;
  const { count, unit, after } = keep;
  const length =
    typeof count === "number"
      ? `${count} ${unit}`
      : `\`${count}\` (${defaultPolicy.retention[count]} ${unit})`;
  return `${length} after ${after}`;
};

const row = (kept: Kept) =>
  `| ${kept.kind} | ${kept.what} | ${periodOf(kept)} | ${kept.why} | ${kept.tables.join(", ")} |`;

/** docs/operator/retention.md with the table of src/main/retention/table.ts; the words around it stay. */
export const listRetention = (): string => {
  const [before = "", rest = ""] = readFileSync(page, "utf8").split(begin);
  const after = rest.split(end)[1] ?? "";
  const head = ["| kind | what | kept | why | tables |", "|---|---|---|---|---|"];
  return [before + begin, ...head, ...retention.map(row), end + after].join("\n");
};
