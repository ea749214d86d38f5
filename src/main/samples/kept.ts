import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A letter of a sample member, as the person in front of the terminal needs it. */
export type SampleLetter = {
  readonly society: string;
  /** Which sample person it is, from 0. */
  readonly person: number;
  readonly userId: string;
  readonly password: string;
};

const fileIn = (dataFolder: string) => join(dataFolder, "sample-sign-ins.json");

/** What an earlier start kept; nothing when there is no readable file. */
export const readKept = (dataFolder: string): readonly SampleLetter[] => {
  try {
    return JSON.parse(readFileSync(fileIn(dataFolder), "utf8"));
  } catch {
    return [];
  }
};

export const keep = (dataFolder: string, letters: readonly SampleLetter[]): void => {
  const file = fileIn(dataFolder);
  writeFileSync(`${file}.new`, JSON.stringify(letters, null, 2), { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
};
