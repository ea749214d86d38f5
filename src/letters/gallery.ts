import { later, todayInTokyo } from "../kernel/time.ts";
import type { InBoth, Society } from "../society/types.ts";
import type { FeatureGallery, LetterSample, Setting } from "../ui/gallery/types.ts";
import { lettersPdf } from "./index.ts";
import type { Cover, Letter, Sheet, Workplace } from "./types.ts";

const workplace: Workplace = { code: "0101", name: "本社(総務部)" };

const letterOf = ({ request, society }: Setting, own: Partial<Letter> = {}): Letter => ({
  reference: "1-00001-7",
  name: "鈴木 花子",
  postalCode: "000-0012",
  address: "東京都見本区架空町2丁目3番4号 みほんハイツ201",
  workplace,
  employeeNumber: "100234",
  issuedId: "4821903756125",
  password: "kmwt-2947-hpzx",
  lastDay: todayInTokyo(later(request.now, { days: society.policy.letter.credentialLifetimeDays })),
  ...own,
});

const letter = (setting: Setting, own: Partial<Letter> = {}): Sheet => ({
  kind: "letter",
  letter: letterOf(setting, own),
});

const cover: Cover = {
  workplace,
  count: 128,
  firstReference: "1-00001-7",
  lastReference: "1-00128-7",
};

/** What is hard to print: rare characters, nothing on file, as long as it gets. */
const hard: readonly Partial<Letter>[] = [
  { name: "髙﨑 𠮷之助", address: "東京都見本区髙砂町1丁目1番1号 𠮷田ビル3階" },
  { postalCode: null, address: null, employeeNumber: null, workplace: { code: null, name: null } },
  {
    name: "マリア アレハンドラ フェルナンデス デ ラ クルス",
    address:
      "北海道架空郡見本町字とても長い名前の通り西二十五丁目北三十番地の百二十三 けんぽポータル架空マンション見本棟 12階 1203号室",
  },
];

type Own = {
  readonly name: string;
  readonly state: InBoth;
  readonly sheets: (setting: Setting) => readonly Sheet[];
  readonly fits?: (society: Society) => boolean;
};

const sample = ({ sheets, ...about }: Own): LetterSample => ({
  ...about,
  title: { ja: "仮ID・仮パスワードのご案内", en: "Letter with the provisional ID" },
  pdf: (setting) => {
    const { society, request } = setting;
    const issuedOn = todayInTokyo(request.now);
    return lettersPdf({ society, origin: request.entrance.origin, issuedOn }, sheets(setting));
  },
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "letters",
    title: { ja: "通知(郵送・手渡し)", en: "Letters on paper" },
    samples: [
      sample({
        name: "letter",
        state: { ja: "1通", en: "One letter" },
        sheets: (setting) => [letter(setting)],
      }),
      sample({
        name: "hard",
        state: {
          ja: "まれな文字・住所なし・長い名前",
          en: "Rare characters, no address, long names",
        },
        sheets: (setting) => hard.map((own) => letter(setting, own)),
      }),
      sample({
        name: "workplace",
        state: { ja: "事業所の送付状つき", en: "Under the cover of a workplace" },
        fits: ({ policy }) => policy.letter.delivery === "workplace",
        sheets: (setting) => [{ kind: "cover", cover }, letter(setting)],
      }),
    ],
  },
];
