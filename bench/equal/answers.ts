import type { Answer } from "../../test/http-client.ts";

/** What differs between any two requests, masked with its length: a sealed value shows how long it is. */
const chance: readonly RegExp[] = [
  /(?<=name="(?:formToken|challenge|continuation)" value=")[^"]*/g,
  /(?<=data-options=")[^"]*/g,
  /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g,
];

const asLong = (found: string) => "*".repeat(found.length);

/** @param typed what a page repeats; of one length in all cases */
const masked = (text: string, typed: readonly string[]): string =>
  typed
    .filter((one) => one !== "")
    .reduce(
      (left, one) => left.replaceAll(one, asLong),
      chance.reduce((left, one) => left.replace(one, asLong), text),
    );

const cookieOf = (line: string) => line.replace(/(?<==)[^;]*/, asLong);

/** Everything of an answer that a stranger could compare, as one text. */
export const seenOf = ({ status, headers, body }: Answer, typed: readonly string[]): string => {
  const { date: _, "set-cookie": cookies = [], ...rest } = headers;
  return JSON.stringify([status, rest, cookies.map(cookieOf), masked(body, typed)]);
};

/** Where two answers part, in a few words. */
export const differenceOf = (one: string, other: string): string => {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  const from = Math.max(0, at - 40);
  return `…${one.slice(from, at + 60)}… ≠ …${other.slice(from, at + 60)}…`;
};
