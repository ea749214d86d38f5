import type { EntranceId, SocietyId } from "../../src/kernel/ids.ts";
import type { PlainDate } from "../../src/kernel/time.ts";
import { designOf } from "../../src/letters/forms.ts";
import { letterSamples } from "../../src/letters/index.ts";
import { openKit } from "../../src/letters/render.ts";
import { openTypefaces } from "../../src/letters/typefaces/index.ts";
import type { Edition, Letter } from "../../src/letters/types.ts";
import { type Society, sampleCodes, sampleDocument, societyOf } from "../../src/society/index.ts";

type Code = (typeof sampleCodes)[number];

export const sampleSociety = (code: Code): Society =>
  societyOf(
    {
      id: `00000000-0000-7000-8000-00000000000${sampleCodes.indexOf(code)}` as SocietyId,
      entrance_id: "00000000-0000-7000-8000-000000000010" as EntranceId,
      version: 1,
    } as Parameters<typeof societyOf>[0],
    sampleDocument(code),
  );

export const editionOf = (society: Society): Edition => ({
  society,
  origin: "https://login.kenpo.example",
  issuedOn: "2026-04-01" as PlainDate,
});

export const editions: readonly Edition[] = sampleCodes.map((code) =>
  editionOf(sampleSociety(code)),
);

export const typefaces = openTypefaces();

export const designed = (edition: Edition) => designOf(openKit(edition, typefaces));

const [ordinary] = letterSamples;
if (ordinary?.sheet.kind !== "letter") throw new Error("the first sample is a letter");

/** An ordinary letter. */
export const hanako: Letter = ordinary.sheet.letter;
