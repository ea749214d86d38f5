import type { Society } from "../../society/types.ts";
import type { Edition } from "../types.ts";

type Service = Society["services"][number];

// In the order in which a letter names them: two at most.
const records: readonly (readonly [Service, string])[] = [
  ["medical-costs", "医療費の記録"],
  ["checkups", "健診の結果"],
  ["eligibility-notice", "資格情報のお知らせ"],
  ["prescriptions", "薬の記録"],
  ["eligibility-certificate", "資格確認書の情報"],
];
const paperwork: readonly (readonly [Service, string])[] = [
  ["applications", "申請の手続き"],
  ["checkup-booking", "健診の予約"],
];

const named = (services: readonly Service[], from: typeof records, most: number) =>
  from
    .filter(([service]) => services.includes(service))
    .slice(0, most)
    .map(([, name]) => name);

/** What members can do there, of this society's services. */
const use = ({ services }: Society): string => {
  const seen = named(services, records, 2).join("や");
  const done = named(services, paperwork, 1).join("");
  if (seen && done) return `${seen}を見たり、${done}をしたりできます。`;
  if (seen) return `${seen}を、スマートフォンやパソコンで見られます。`;
  return "組合のサービスを、スマートフォンやパソコンで使えます。";
};

export const lead = ({ society }: Edition): readonly [string, string] => [
  use(society),
  "下の仮ユーザIDと仮パスワードで、登録をお願いします。5分ほどで終わります。",
];

/** A day without era: `2026年9月30日`. */
export const dayOf = (on: string): string => {
  const [year, month, day] = on.split("-").map(Number);
  return `${year}年${month}月${day}日`;
};

export const labels = {
  issuedId: "仮ユーザID",
  password: "仮パスワード",
  reference: "整理番号",
  insurerNumber: "保険者番号",
  employeeNumber: "社員番号",
  scan: ["スマートフォンの", "カメラをかざす"],
  scanBeside: "スマートフォンの方は、QRコードにカメラをかざしてください。",
  address: "パソコンの方は、このアドレスを入力してください",
  postcard: "郵便はがき",
  stamp: ["料金の表示", "または切手"],
  undelivered: "届かないときは、差出人へお戻しください。",
  confidential: "親展",
  how: "登録のしかた",
  ask: "わからないときは、お電話ください。",
  tel: "電話",
} as const;

/** Of the provisional password, after the day that stands in bold. */
export const usableUntil = { day: (on: string) => `${dayOf(on)}まで`, rest: "使えます。" } as const;
export const endsWithUse = "登録が終わると、使えなくなります。";

/** How to type what is printed. */
export const typing: readonly string[] = [
  "仮パスワードは小文字と数字で、0 1 i l o q s v はありません。",
  "文字の間のあきは、入力してもしなくてもかまいません。",
];

export type Advice = { readonly title: string; readonly text: string };

/** @param where the insurer number is found by the holder of this letter, such as 「いちばん下の」 */
export const steps = ({ society }: Edition, where: string): readonly Advice[] => {
  const { proof } = society.policy.firstSignIn;
  const asked = [
    ...(proof.includes("insurer-number") ? [`${where}保険者番号`] : []),
    ...(proof.includes("birth-date") ? ["ご本人の生年月日"] : []),
  ].join("と、");
  return [
    { title: "ページを開く", text: "QRコードをカメラで読み取るか、アドレスを入力します。" },
    {
      title: "ログインする",
      text: "「ログイン」の画面に、仮ユーザIDと仮パスワードを入力します。",
    },
    {
      title: "本人確認をする",
      text: asked.includes("と、")
        ? `${asked}を入力します。`
        : `${asked}を入力し、画面のとおりに進みます。`,
    },
  ];
};

export const care = {
  keep: "この紙は、登録が終わるまで大切に保管し、終わったら細かく切って捨ててください。",
  neverAsked: "組合の職員が、電話やメールでパスワードをおたずねすることはありません。",
  neverAskedShort: "組合の職員が、パスワードをおたずねすることはありません。",
  open: "封のないハガキです。届いたら、早めに登録してください。",
} as const;

/** How a pressure-sealed postcard is opened. */
export const opening = {
  title: "大切なお知らせです",
  here: "ここから、はがしてください",
  notes: [
    "左の端をつまみ、右へゆっくりはがすと、中をご覧になれます。",
    "ぬれているときは、よく乾かしてからはがしてください。",
    "一度はがすと、元には戻りません。",
  ],
} as const;

/** What a card mount says where its card goes. */
export const card = ["資格確認書 または", "資格情報のお知らせ"] as const;

export const english = 'In English: open the page and choose "English" at the bottom.';
