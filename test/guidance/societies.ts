import {
  addSociety,
  type SocietyDocument,
  type sampleCodes,
  sampleDocument,
} from "../../src/society/index.ts";
import type { World } from "../world/world.ts";

type Code = (typeof sampleCodes)[number];

/** A society's document as its operator changes it; running servers see it at once. */
export const becomes = async (
  world: World,
  code: Code,
  edit: (document: SocietyDocument) => SocietyDocument = (document) => document,
): Promise<void> => {
  await addSociety(world.app, {
    document: edit(sampleDocument(code)),
    actor: { kind: "operator" },
    origin: { requestId: "test", source: "cli" },
    reason: "test",
    now: world.clock.now(),
  });
  await world.registry.refresh();
};

/** 利用規約 of its own, in this version. */
export const ownTerms =
  (version: number) =>
  (document: SocietyDocument): SocietyDocument => ({
    ...document,
    texts: {
      ...document.texts,
      terms: {
        version,
        effectiveOn: "2026-12-01",
        articles: {
          ja: [{ title: `組合の規約 第${version}版`, paragraphs: ["組合の決まりです。"] }],
          en: [{ title: `Own terms ${version}`, paragraphs: ["Rules of the society."] }],
        },
      },
    },
  });
