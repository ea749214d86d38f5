import assert from "node:assert/strict";
import { test } from "node:test";
import { isInsurerNumber } from "../../kernel/insurer-number.ts";
import { readableBrand } from "../../ui/brand.ts";
import { sampleCodes, sampleDocument } from "./samples.ts";

/*
 * The table of the product's §2, row by row: dial → hikari, minato, kaede, asahi, sakura.
 * One value stands for all five; `same` repeats the one before.
 */
const same = Symbol("same");
const six = [
  "medical-costs",
  "eligibility-notice",
  "eligibility-certificate",
  "prescriptions",
  "checkups",
  "applications",
];
const two = ["medical-costs", "eligibility-notice"];
const both = ["insurer-number", "birth-date"];
const on25th = {
  dayOfMonth: 25,
  from: "21:00",
  to: "24:00",
  onNonWorkingDay: "earlier",
  announceDays: 14,
};

const table: readonly [string, ...unknown[]][] = [
  ["entrance.kind", "shared", same, same, "own", same],
  ["policy.letter.recipients", "insured", same, same, same, same],
  ["policy.letter.form", "card-mount", "postcard", "a4-guide", "sealed-postcard", "a4-notice"],
  ["policy.firstSignIn.style", "classic", same, same, "new", same],
  ["policy.firstSignIn.proof", both, same, same, ["birth-date"], same],
  ["policy.userId.minLength", 8, same, same, same, same],
  ["policy.userId.maxLength", 13, same, same, same, same],
  ["policy.userId.digitsOnlyMaxLength", 12, same, same, same, same],
  ["policy.userId.issuedMayStay", false, same, same, true, same],
  ["policy.userId.changeable", "at-first-sign-in", same, same, same, same],
  ["policy.password.minLength", 8, same, same, same, same],
  ["policy.password.maxLength", 20, same, 64, same, same],
  ["policy.password.needs", ["letter", "digit"], same, same, [], same],
  ["policy.password.characters", "any", same, same, "ascii", same],
  ["policy.password.maxAgeDays", null, same, 360, null, same],
  ["policy.password.differsFromUserId", true, same, same, same, same],
  ["policy.email.atRegistration", "optional", "required", same, "required-verified", same],
  ["policy.email.fromFile", "not-shown", same, same, same, "shown-to-confirm"],
  ["policy.email.advice", "none", same, "company-address", "none", same],
  ["policy.secondFactor.demand", "optional", same, same, "required", same],
  ["policy.secondFactor.methods", ["passkey", "totp", "mail-otp"], same, same, same, same],
  ["policy.secondFactor.recommended", "passkey", same, same, same, "mail-otp"],
  ["policy.recovery.forgottenPassword", "provisional-by-mail", same, same, "link", same],
  ["policy.recovery.lostAuthenticator", "staff", same, same, "proofed-reset", "staff"],
  ["policy.lock.passwordTries", 10, same, same, same, same],
  ["policy.lock.release", "timed", same, same, "staff-or-reset", same],
  ["policy.lock.minutes", 30, same, same, same, same],
  ["policy.lock.latestHours", 24, same, same, same, same],
  [
    "services",
    two,
    same,
    [...two, "checkups"],
    six,
    [...six, "checkup-booking", "dependent-review", "travel"],
  ],
  ["policy.maintenance", on25th, same, same, null, same],
  ["policy.updateMails.mode", "off", "by-preference", same, "always", "by-preference"],
];

const valueAt = (document: unknown, path: string) =>
  path
    .split(".")
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], document);

const meant = (row: readonly unknown[], column: number): unknown =>
  row[column] === same ? meant(row, column - 1) : row[column];

for (const [column, code] of sampleCodes.entries())
  test(`${code} has every dial of the table`, () => {
    const document = sampleDocument(code);
    for (const [path, ...row] of table)
      assert.deepEqual(valueAt(document, path), meant(row, column), path);
  });

test("asahi mails updates of all six kinds", () => {
  assert.deepEqual([...sampleDocument("asahi").policy.updateMails.kinds].sort(), [...six].sort());
});

test("the samples are five fictional societies with right numbers and readable colours", () => {
  const documents = sampleCodes.map(sampleDocument);
  for (const { insurerNumber, brand, contact } of documents) {
    assert.ok(isInsurerNumber(insurerNumber));
    // No prefecture has number 99, no exchange begins with 0: nobody's number is printed.
    assert.match(insurerNumber, /^0699/);
    assert.match(contact.tel, /^0\d+-0\d+-\d{4}$/);
    assert.equal(readableBrand(brand.colour), brand.colour);
    if (contact.email) assert.match(contact.email, /\.example$/);
  }
  for (const one of ["insurerNumber", "code"] as const)
    assert.equal(new Set(documents.map((document) => document[one])).size, 5);
  assert.equal(new Set(documents.map(({ brand }) => brand.colour)).size, 5);
  assert.equal(sampleDocument("hikari").brand.colour, "#006173");
});
