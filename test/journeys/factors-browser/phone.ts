import type { CDPSession, Page } from "playwright-core";

/** A device's own authenticator (fingerprint or screen lock), as Chromium can play one (CDP WebAuthn). */
export type Phone = {
  /** Passkeys that are on it. */
  readonly passkeys: () => Promise<readonly string[]>;
  /** Its owner turns away: nothing is confirmed any more. */
  readonly turnsAway: () => Promise<void>;
  readonly comesBack: () => Promise<void>;
  /** Lies there untouched: what is asked of it waits, also what a field offers by itself. */
  readonly rests: () => Promise<void>;
  readonly isTouched: () => Promise<void>;
  /** 「端末のパスキーを消した」 */
  readonly forgetsAll: () => Promise<void>;
};

const options = {
  protocol: "ctap2",
  ctap2Version: "ctap2_1",
  transport: "internal",
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

const verifies = (cdp: CDPSession, authenticatorId: string) => async (isUserVerified: boolean) => {
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
};

/** To be called before the page asks for it. */
export const phoneOf = async (page: Page): Promise<Phone> => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable", {});
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
  const verify = verifies(cdp, authenticatorId);
  const touch = async (enabled: boolean) => {
    await cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
  };
  return {
    passkeys: async () => {
      const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId });
      return credentials.map(({ credentialId }) => credentialId);
    },
    turnsAway: () => verify(false),
    comesBack: () => verify(true),
    rests: () => touch(false),
    isTouched: () => touch(true),
    forgetsAll: async () => {
      await cdp.send("WebAuthn.clearCredentials", { authenticatorId });
    },
  };
};
