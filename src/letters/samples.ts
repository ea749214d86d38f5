import type { PlainDate } from "../kernel/time.ts";
import type { Letter, Sheet } from "./types.ts";

const hanako: Letter = {
  reference: "12-00345-5",
  name: "鈴木　花子",
  postalCode: "812-0011",
  address: "福岡県福岡市博多区見本町3-4 ひかりハイツ205",
  workplace: { code: "0012", name: "見本工業株式会社 福岡営業所" },
  employeeNumber: "A10023",
  issuedId: "4827396200005",
  password: "mt7k-r4wn-9hpx",
  lastDay: "2026-09-30" as PlainDate,
};

const letter = (over: Partial<Letter>): Sheet => ({
  kind: "letter",
  letter: { ...hanako, ...over },
});

/** One state of a sheet, for whoever looks at letters. Nobody here exists. */
export type LetterSample = { readonly name: string; readonly sheet: Sheet };

export const letterSamples: readonly LetterSample[] = [
  { name: "ordinary", sheet: letter({}) },
  {
    name: "long name and address",
    sheet: letter({
      reference: "12-00346-3",
      name: "アレクサンドラ・マリー・ヴェロニカ・フォン・ホーエンツォレルン＝ジグマリンゲン　髙橋",
      address:
        "鹿児島県大島郡見本町大字古仁屋字船津二十三番地五百六十七号 グランドメゾン見本町パークサイドレジデンス弐番館 East Tower 1203号室 渡邉方",
      workplace: {
        code: "東日本-0000-0123-4567",
        name: "株式会社見本ホールディングスグループ東日本統括事業本部 第二営業推進部 福岡博多分室",
      },
      employeeNumber: "EMP-2026-0401-000123",
      issuedId: "6150287341905",
      password: "22wp-km8n-tu7z",
    }),
  },
  {
    name: "no address, no workplace",
    sheet: letter({
      reference: "12-00347-1",
      name: "見本　太郎",
      postalCode: null,
      address: null,
      workplace: { code: null, name: null },
      employeeNumber: null,
      issuedId: "3000712846609",
      password: "9e3f-p2tw-gx6c",
    }),
  },
  {
    name: "rare characters",
    sheet: letter({
      reference: "12-00348-9",
      name: "髙﨑　𠮷辻\u{e0100}",
      address: "奈良県葛\u{e0100}城市見本1-2 渡邉\u{e0101}方",
      workplace: { code: "0077", name: "㈱葛\u{e0100}飾見本商店" },
      issuedId: "7418852003467",
      password: "w7mm-wnrh-kz84",
    }),
  },
  {
    name: "cover",
    sheet: {
      kind: "cover",
      cover: {
        workplace: { code: "0012", name: "見本工業株式会社 福岡営業所" },
        count: 128,
        firstReference: "12-00221-8",
        lastReference: "12-00348-9",
      },
    },
  },
];
