import { operatorSections } from "./errors/commands.ts";
import { fieldSections } from "./errors/fields.ts";
import { fileSections } from "./errors/files.ts";
import { pageSections } from "./errors/pages.ts";
import type { Section } from "./errors/table.ts";

const shown = ({ title, lines }: Section) => [`## ${title}`, "", ...lines, ""];

/** Every refusal by its code, with what it says: docs/errors.md. */
export const listErrors = async (): Promise<string> => {
  const sections = [
    ...fileSections(),
    ...fieldSections(),
    ...pageSections,
    ...(await operatorSections()),
  ];
  return [
    "# Errors by code",
    "",
    "Made by `scripts/node scripts/docs.ts` from the texts themselves. `{…}` are facts that the",
    "message tells.",
    "",
    ...sections.flatMap(shown),
  ].join("\n");
};
