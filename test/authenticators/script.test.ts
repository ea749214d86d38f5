import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { createOptions, getOptions } from "../../src/identity/methods/passkey/question.ts";
import {
  type NewPasskey,
  verifyAssertion,
  verifyAttestation,
} from "../../src/identity/methods/passkey/verify/index.ts";
import { ChallengePage } from "../../src/identity/methods/passkey/views/challenge-page.tsx";
import { EnrolPage } from "../../src/identity/methods/passkey/views/enrol-page.tsx";
import { type AccountId, asId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/time.ts";
import { assets, scriptHref, type View } from "../../src/ui/index.ts";
import { openBrowser, type TestBrowser } from "../browser.ts";

// The script that asks the browser, in a real one with a virtual authenticator (CDP WebAuthn): what
// it sends is judged by the server's own rules.

const account = asId("01977420-0000-7000-8000-000000000008") as AccountId;
const challenge = Buffer.alloc(32, 5).toString("base64url");
const view = { lang: "ja", formToken: "-" } as View;
const given = {
  view,
  action: "/sent",
  turn: "1",
  isRenewed: false,
  way: "other" as const,
  errors: {},
};
const asked = { challenge, askedAt: "" as Instant, isRenewed: false, rpId: "localhost" };

type Own = readonly { readonly credentialId: string; readonly transports: readonly string[] }[];
const place = {
  owner: { accountId: account, userId: "hanako822" },
  scene: { society: { name: { ja: "ひかり電機" } }, request: { lang: "ja" } },
} as unknown as Parameters<typeof createOptions>[1];

const enrol = (own: Own = [], rpId = "localhost") => {
  const options = JSON.stringify(createOptions({ ...asked, own, rpId }, place));
  return String(EnrolPage({ ...given, options, name: "" }));
};
const ask = (own: Own = []) => {
  const options = JSON.stringify(getOptions({ ...asked, own }));
  return String(ChallengePage({ ...given, options }));
};
const autofill = () =>
  `<form data-passkey="autofill" method="post" action="/sent" data-options='${JSON.stringify(
    getOptions({ ...asked, own: [] }),
  )}'><input type="hidden" name="response"></form>
  <input name="userId" autocomplete="username webauthn">`;

const csp = "default-src 'none'; script-src 'self'; form-action 'self'";
let body = "";
let sent: URLSearchParams[] = [];
let server: Server;
let browser: TestBrowser;
let origin: string;

const html = () =>
  `<!doctype html><html lang="ja"><title>t</title><script src="${scriptHref("page")}" defer>
  </script><script src="${scriptHref("passkey")}" defer></script><body>${body}</body></html>`;

before(async () => {
  server = createServer((request, response) => {
    const asset = assets.serve(request.url ?? "");
    if (asset) return response.setHeader("Content-Type", asset.type).end(asset.body);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", csp);
    if (request.method !== "POST") return response.end(html());
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      sent.push(new URLSearchParams(Buffer.concat(chunks).toString()));
      response.end("<!doctype html><title>sent</title><p id=sent>");
    });
    return response;
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

type Phone = {
  readonly page: Page;
  /** Whether its owner puts the finger on. */
  readonly verifies: (isUserVerified: boolean) => Promise<void>;
};

/** How often the page asked for a passkey. */
const countAsks = `
  const { credentials } = navigator;
  const get = credentials.get.bind(credentials);
  window.asks = 0;
  credentials.get = (options) => { window.asks += 1; return get(options); };`;

const phone = async (): Promise<Phone> => {
  const page = await browser.page();
  await page.addInitScript(countAsks);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    page,
    verifies: async (isUserVerified) => {
      await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
  };
};

const open = async ({ page }: Phone, shown: string) => {
  body = shown;
  sent = [];
  await page.goto(origin);
};
const press = ({ page }: Phone) => page.click("form[data-passkey] button[type=submit]");
const arrived = ({ page }: Phone) => page.waitForSelector("#sent", { state: "attached" });
const response = () => sent[0]?.get("response") ?? "";
const told = async ({ page }: Phone) => {
  await page.waitForSelector("[data-passkey-failed]:not([hidden])");
  return page.locator("[data-passkey-why]:not([hidden])").getAttribute("data-passkey-why");
};

const enrolled = async (own: Phone): Promise<NewPasskey> => {
  await open(own, enrol());
  await press(own);
  await arrived(own);
  const made = await verifyAttestation({
    response: response(),
    challenge,
    origin,
    rpId: "localhost",
  });
  assert.ok(made.ok, JSON.stringify(made));
  return made.passkey;
};
const isRight = async (stored: NewPasskey) => {
  const expected = { challenge, origin, rpId: "localhost", userHandle: account };
  const judged = await verifyAssertion({ response: response(), stored, ...expected });
  assert.ok(judged.ok, JSON.stringify(judged));
};

test("a passkey is made and used; what the other fields hold goes along", async () => {
  const own = await phone();
  const passkey = await enrolled(own);
  assert.deepEqual(passkey.transports, ["internal"]);
  assert.equal(passkey.isRoaming, false);
  assert.deepEqual([...(sent[0]?.keys() ?? [])], ["formToken", "turn", "response", "passkeyName"]);
  await open(own, ask([passkey]));
  await press(own);
  await arrived(own);
  await isRight(passkey);
});

test("two presses send one answer", async () => {
  const own = await phone();
  await open(own, enrol());
  await own.page.dblclick("form[data-passkey] button[type=submit]");
  await arrived(own);
  assert.equal(sent.length, 1);
});

test("who gives up is told what to do, and can press again", async () => {
  const own = await phone();
  await open(own, enrol());
  const label = own.page.locator("form[data-passkey] button span");
  const before = await label.textContent();
  await own.verifies(false);
  await press(own);
  assert.equal(await told(own), "NotAllowedError");
  assert.equal(await label.textContent(), before);
  assert.ok(await own.page.evaluate('document.activeElement.matches("[data-passkey-failed]")'));
  assert.equal(sent.length, 0);
  await own.verifies(true);
  await press(own);
  await arrived(own);
  assert.equal(sent.length, 1);
});

test("a device that is there already, and an address that has no passkeys, are told apart", async () => {
  const own = await phone();
  const passkey = await enrolled(own);
  await open(own, enrol([passkey]));
  await press(own);
  assert.equal(await told(own), "InvalidStateError");
  await open(own, enrol([], "example.jp"));
  await press(own);
  assert.equal(await told(own), "SecurityError");
});

test("without WebAuthn the page says so, and offers no button that does nothing", async () => {
  const own = await phone();
  await own.page.addInitScript("delete window.PublicKeyCredential");
  for (const shown of [enrol(), ask()]) {
    await open(own, shown);
    await own.page.waitForSelector("[data-passkey-absent]:not([hidden])");
    assert.equal(await own.page.locator("form[data-passkey]").isVisible(), false);
  }
});

test("without JavaScript it is told, too", async () => {
  const page = await browser.page({ javaScript: false });
  body = enrol();
  await page.goto(origin);
  assert.match(
    (await page.locator("noscript").innerText()) || "",
    /この画面では、パスキーを使えません/,
  );
});

test("the browser offers it in the field; a press goes before", async () => {
  const own = await phone();
  const passkey = await enrolled(own);
  await open(own, autofill());
  await arrived(own);
  await isRight(passkey);
  await own.verifies(false);
  await open(own, autofill() + ask());
  // Before the field has asked, the finger would answer the field.
  await own.page.waitForFunction("window.asks === 1");
  await own.verifies(true);
  await press(own);
  await arrived(own);
  await isRight(passkey);
  assert.equal(sent.length, 1);
});
