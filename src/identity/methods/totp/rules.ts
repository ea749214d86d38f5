// ワンタイムパスワード (OTP) アプリ認証: which step of time a code is of, 二度使いの拒否 (each step
// once), which 認証するデバイス it probably is.
import type { FactorId } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { epochMsOf, type Instant } from "../../../kernel/time.ts";

/** What all apps can: Google Authenticator passes over any other wish without a word. */
export const codeDigits = 6;
export const stepSeconds = 30;
/** RFC 4226 §4 R6: the length of what HMAC-SHA-1 makes. */
export const seedBytes = 20;
/** Steps that a phone's clock may be off, either way (RFC 6238 §5.2). */
const drift = 1;

/** RFC 6238 §4.2: steps since 1970. */
export const stepAt = (now: Instant): number => Math.floor(epochMsOf(now) / (stepSeconds * 1000));

/** A device of which no code was taken yet. */
export const noStep = -1;

/**
 * The step whose code this is. Refuses with `totp-used` what is not after `lastStep` (RFC 6238
 * §5.2: at most once), else with `totp-wrong` (facts at).
 * @param isCodeOf asked of every step that counts, so that the time tells nothing
 */
export const judgeCode = (
  isCodeOf: (step: number) => boolean,
  lastStep: number,
  now: Instant,
): Result<number> => {
  const middle = stepAt(now);
  const steps = Array.from({ length: 2 * drift + 1 }, (_, i) => middle - drift + i);
  // The newest, should two steps have the same code: it is not good once more for the other one.
  const found = steps.filter(isCodeOf).at(-1);
  if (found === undefined) return refuse("totp-wrong", { at: now });
  return found > lastStep ? ok(found) : refuse("totp-used");
};

export type Device = {
  readonly id: FactorId;
  readonly name: string;
  readonly addedAt: Instant;
  readonly usedAt: Instant | null;
};

const since = ({ usedAt, addedAt }: Device) => usedAt ?? addedAt;

/** The one that is probably at hand; undefined where there is none. */
export const lastUsed = <D extends Device>(devices: readonly D[]): D | undefined =>
  devices.toSorted((a, b) => (since(a) < since(b) ? 1 : -1))[0];
