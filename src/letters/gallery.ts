import { todayInTokyo } from "../kernel/time.ts";
import type { InBoth, Society } from "../society/types.ts";
import type { FeatureGallery, LetterSample as Shown } from "../ui/gallery/types.ts";
import { type LetterSample, letterSamples, lettersPdf } from "./index.ts";

const named: Readonly<Record<string, InBoth>> = {
  ordinary: { ja: "ふつうの通知", en: "Ordinary" },
  "long name and address": { ja: "長い名前と住所", en: "Long name and address" },
  "no address, no workplace": { ja: "住所も事業所もない", en: "No address, no workplace" },
  "rare characters": { ja: "まれな文字", en: "Rare characters" },
  cover: { ja: "手渡しの束に", en: "On what is handed out" },
};

const letter: InBoth = { ja: "仮ID・仮パスワードのご案内", en: "Letter with the provisional ID" };
const cover: InBoth = { ja: "事業所への送付状", en: "Cover sheet of a workplace" };

/** Letters that are posted lie under no cover. */
const fits =
  ({ sheet }: LetterSample) =>
  ({ policy }: Society) =>
    sheet.kind === "letter" || policy.letter.delivery === "workplace";

const sample = (own: LetterSample): Shown => ({
  name: own.name.replace(/\W+/g, "-"),
  title: own.sheet.kind === "cover" ? cover : letter,
  state: named[own.name] ?? { ja: own.name, en: own.name },
  fits: fits(own),
  pdf: ({ society, request }) => {
    const issuedOn = todayInTokyo(request.now);
    return lettersPdf({ society, origin: request.entrance.origin, issuedOn }, [own.sheet]);
  },
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "letters",
    title: { ja: "通知(郵送・手渡し)", en: "Letters on paper" },
    samples: letterSamples.map(sample),
  },
];
