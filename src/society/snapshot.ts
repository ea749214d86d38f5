import { z } from "zod";
import type { PlainDate } from "../kernel/time.ts";
import { readableBrand } from "../ui/brand.ts";
import { type SocietyDocument, societyDocument } from "./document/document.ts";
import type { Ending } from "./ending/types.ts";
import type { EntranceRow, SocietyRow } from "./store.ts";
import type { Brand, Entrance, Society } from "./types.ts";

const entranceDocument = z.object({
  name: z.object({ ja: z.string(), en: z.string() }),
  brand: z.object({ colour: z.string(), mark: z.string() }),
});
export type EntranceDocument = z.output<typeof entranceDocument>;

/** What a shared entrance shows before any society is known. */
export const sharedEntrance: EntranceDocument = {
  name: { ja: "けんぽポータル", en: "Kenpo Portal" },
  brand: { colour: "#264653", mark: "け" },
};

const firstCharacter = (name: string) =>
  [...new Intl.Segmenter("ja").segment(name)][0]?.segment ?? name;

const brandOf = ({ brand, name }: SocietyDocument): Brand => ({
  colour: readableBrand(brand.colour),
  mark: brand.mark ?? firstCharacter(name.ja),
});

const textsOf = ({ terms, ...texts }: SocietyDocument["texts"]): Society["texts"] => ({
  ...texts,
  terms: terms && { ...terms, effectiveOn: terms.effectiveOn as PlainDate },
});

/** @throws when a stored document does not hold to the schema: it was written by another version */
export const societyOf = (row: SocietyRow, stored: unknown): Society => {
  const document = societyDocument.parse(stored);
  const { code, name, insurerNumber, contact, services, policy, texts } = document;
  const { id, version, entrance_id: entranceId } = row;
  const mailDomain = document.mailDomain ?? null;
  const said = { code, name, insurerNumber, contact, mailDomain, services, policy };
  return { id, version, entranceId, ...said, brand: brandOf(document), texts: textsOf(texts) };
};

const hostOf = (stored: string, base: URL): string =>
  stored === "" || stored.endsWith(".") ? `${stored}${base.host}` : stored;

/** What stands behind the entrances: the societies, and those whose contract ended. */
export type Behind = {
  readonly base: URL;
  readonly societies: readonly Society[];
  readonly endings: readonly Ending[];
};

/** An entrance as its rows say, under this installation's base address. */
export const entranceOf = (row: EntranceRow, { base, societies, endings }: Behind): Entrance => {
  const members = societies.filter(({ entranceId }) => entranceId === row.id);
  const host = hostOf(row.host, base);
  const only = row.kind === "own" ? members[0] : undefined;
  const ended =
    row.kind === "own" && !only
      ? endings.find(({ entranceId }) => entranceId === row.id)
      : undefined;
  const shown = ended && { name: ended.name, brand: sharedEntrance.brand };
  const { name, brand } = only ?? shown ?? entranceDocument.parse(row.document);
  return {
    id: row.id,
    host,
    origin: `${base.protocol}//${host}`,
    rpId: row.rpId ?? new URL(`${base.protocol}//${host}`).hostname,
    kind: row.kind,
    name,
    brand,
    societies: members.map(({ id }) => id),
    hasEnded: ended !== undefined,
  };
};
