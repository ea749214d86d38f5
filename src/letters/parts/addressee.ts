import type { Edition, Letter, Workplace } from "../types.ts";
import { labels } from "./words.ts";

/** Who a letter goes to, and where. */
export type Addressee = {
  /** Digits and hyphen; null: handed out, or not on file. */
  readonly postalCode: string | null;
  /** Above the name. */
  readonly where: string | null;
  readonly name: string;
};

export const workplaceName = ({ code, name }: Workplace): string | null => name ?? code;

/** Where the HR department finds its reader. */
const desk = ({ workplace, employeeNumber }: Letter): string | null => {
  const place = workplaceName(workplace);
  if (place === null) return null;
  return employeeNumber === null ? place : `${place}\n${labels.employeeNumber} ${employeeNumber}`;
};

/**
 * What is handed out by the HR department shows the workplace and no home address; whoever has no
 * workplace (任意継続) gets it at home.
 */
export const addresseeOf = ({ society }: Edition, letter: Letter): Addressee => {
  const name = `${letter.name}　様`;
  const where = society.policy.letter.delivery === "workplace" ? desk(letter) : null;
  return where === null
    ? { postalCode: letter.postalCode, where: letter.address, name }
    : { postalCode: null, where, name };
};
