import { z } from "zod";

// What a browser answers (WebAuthn L3 §5.1.8), as far as we read it.

/** Bytes as base64url without padding; what is written in a second way is refused. */
const bytes = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => Buffer.from(text, "base64url").toString("base64url") === text);

const about = {
  // 1023 bytes at most (WebAuthn L3 §4, Credential ID)
  id: bytes(1364).min(1),
  rawId: z.string(),
  type: z.literal("public-key"),
};

const assertion = z.object({
  ...about,
  response: z.object({
    clientDataJSON: bytes(8000),
    authenticatorData: bytes(8000),
    signature: bytes(4000),
    userHandle: bytes(100).nullable().default(null),
  }),
});
export type AssertionResponse = z.output<typeof assertion>;

const attestation = z.object({
  ...about,
  response: z.object({
    clientDataJSON: bytes(8000),
    attestationObject: bytes(60_000),
    // A handful; what is not like that is left out, as a browser may that knows none.
    transports: z.array(z.string().max(20)).max(20).catch([]),
  }),
  authenticatorAttachment: z.string().max(20).nullish().catch(null),
});

const clientData = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
  topOrigin: z.string().optional(),
});
export type ClientData = z.output<typeof clientData>;

const readJson = <T>(text: string, schema: z.ZodType<T>): T | null => {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** Far beyond what any authenticator sends. */
const longest = 100_000;

const read = <T extends { readonly id: string; readonly rawId: string }>(
  text: string,
  schema: z.ZodType<T>,
): T | null => {
  const found = text.length > longest ? null : readJson(text, schema);
  return found && found.id === found.rawId ? found : null;
};

/** @returns null when it is none */
export const readAssertion = (text: string) => read(text, assertion);
export const readAttestation = (text: string) => read(text, attestation);
/** @param encoded as it was signed */
export const readClientData = (encoded: string) =>
  readJson(Buffer.from(encoded, "base64url").toString("utf8"), clientData);
