import { z } from "zod";

/** What every dial says about itself; it stands in the JSON Schema and beside the dial. */
export type About = {
  /** What a number counts, such as `minutes`; none for a choice. */
  readonly unit?: "characters" | "millimetres" | "minutes" | "hours" | "days" | "years" | "tries";
  readonly ja: string;
  readonly en: string;
};

/** A schema with its explanation: `title` is Japanese, `description` English. */
export const dial = <S extends z.ZodType>(schema: S, { unit, ja, en }: About): S =>
  schema.meta({ title: ja, description: en, ...(unit ? { unit } : {}) });

/** A whole number within bounds. */
export const count = (least: number, most: number) => z.int().min(least).max(most);

/** A list of choices without repetition. */
export const someOf = <const T extends readonly [string, ...string[]]>(choices: T) =>
  z
    .array(z.enum(choices))
    .refine((list) => new Set(list).size === list.length, { params: { rule: "once" } });

/** A group of dials: none need be given, unknown ones are refused. */
export const group = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape);
