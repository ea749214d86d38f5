import type { Facts } from "../../kernel/result.ts";

/** What is wrong with a value, and how to mend it. */
export type ProblemText = { readonly rule: string; readonly mend: string };
type Line = (facts: Facts) => ProblemText;

const kinds: Readonly<Record<string, string>> = {
  string: "引用符で囲んだ文字",
  number: "数",
  int: "整数",
  boolean: "true か false",
  array: "[ ] で囲んだ並び",
  object: "{ } で囲んだ項目",
};

export const ja = {
  "not-json": ({ at }) => ({
    rule: `JSONとして読めません(${at})`,
    mend: "括弧、引用符、コンマを確かめてください。文字コードはUTF-8です。",
  }),
  "needed-value": () => ({ rule: "必要な項目がありません", mend: "この項目を書いてください。" }),
  "wrong-kind": ({ expected }) => ({
    rule: `値の種類が違います(${kinds[expected ?? ""] ?? expected}が入ります)`,
    mend: "引用符や括弧の付け方を確かめてください。",
  }),
  "unknown-name": () => ({
    rule: "この名前の項目はありません",
    mend: "つづりを確かめるか、この項目を消してください。項目は society schema で見られます。",
  }),
  "not-a-choice": ({ choices }) => ({
    rule: "選べる値ではありません",
    mend: `次のどれかにしてください: ${choices}`,
  }),
  "too-small": ({ least }) => ({
    rule: `小さすぎる、または短すぎます(${least}以上)`,
    mend: `${least}以上にしてください。`,
  }),
  "too-big": ({ most }) => ({
    rule: `大きすぎる、または長すぎます(${most}まで)`,
    mend: `${most}までにしてください。`,
  }),
  "wrong-form": ({ form }) => ({
    rule: "書き方が違います",
    mend: `この形にしてください: ${form}`,
  }),
  invisible: () => ({
    rule: "見えない文字(制御文字など)が入っています",
    mend: "文字を打ち直してください。",
  }),
  "outer-space": () => ({
    rule: "空、または前後に空白があります",
    mend: "前後の空白を消し、言葉を書いてください。",
  }),
  once: () => ({ rule: "同じ値が2度あります", mend: "1つにしてください。" }),
  reserved: () => ({
    rule: "このコードは使えません(システムが使う名前です)",
    mend: "ほかのコードにしてください。",
  }),
  "check-digit": () => ({
    rule: "保険者番号の検証番号(最後の1桁)が合いません",
    mend: "8桁を1つずつ確かめてください。",
  }),
  "max-below-min": () => ({
    rule: "最大の文字数が、最小の文字数より小さくなっています",
    mend: "どちらかを直してください。",
  }),
  "id-neither-kept-nor-chosen": () => ({
    rule: "発行されたIDを使えず、選ぶこともできません",
    mend: "issuedMayStay を true にするか、changeable を at-first-sign-in にしてください。",
  }),
  "recommended-not-offered": () => ({
    rule: "おすすめの認証方法が、使える方法に入っていません",
    mend: "methods に加えるか、recommended を変えてください。",
  }),
  "mail-codes-unproved": () => ({
    rule: "必須の認証方法がOTPメールだけなのに、登録時にメールアドレスを確認しません",
    mend: "methods に passkey か totp を加えるか、email.atRegistration を required-verified にしてください。",
  }),
  "to-not-after-from": () => ({
    rule: "終わりが始まりより後になっていません",
    mend: "同じ日のうちの時刻にしてください。終わりは 24:00 まで書けます。",
  }),
  "number-taken": ({ was }) => ({
    rule: `この保険者番号の組合は、コード ${was} で登録されています`,
    mend: "同じ組合なら code を元のままにしてください(あとで変えられません)。違う組合なら番号を確かめてください。",
  }),
  "code-ended": () => ({
    rule: "このコードの組合は終了しています",
    mend: "新しい組合には別のコードを付けてください。終了を取り消すときは society reopen を使ってください(消去が始まるまで)。",
  }),
  "entrance-fixed": ({ was }) => ({
    rule: `入口はあとで変えられません(今は ${was})`,
    mend: "元の入口にしてください。入口の種類とホスト名は、パスキーとIDの土台になっています。",
  }),
  "host-taken": () => ({
    rule: "このホスト名は、別の入口が使っています",
    mend: "ほかのホスト名にしてください。",
  }),
} satisfies Record<string, Line>;

export type ProblemCode = keyof typeof ja;

export const en = {
  "not-json": ({ at }) => ({
    rule: `cannot be read as JSON (${at})`,
    mend: "Check brackets, quotes and commas. The file must be UTF-8.",
  }),
  "needed-value": () => ({ rule: "is missing", mend: "Add it." }),
  "wrong-kind": ({ expected }) => ({
    rule: `is of the wrong kind (${expected} expected)`,
    mend: "Check the quotes and brackets around it.",
  }),
  "unknown-name": () => ({
    rule: "is no known name here",
    mend: "Check the spelling or remove it. `society schema` lists the names.",
  }),
  "not-a-choice": ({ choices }) => ({
    rule: "is none of the choices",
    mend: `Use one of: ${choices}`,
  }),
  "too-small": ({ least }) => ({
    rule: `is too small or too short (at least ${least})`,
    mend: `Make it ${least} or more.`,
  }),
  "too-big": ({ most }) => ({
    rule: `is too large or too long (at most ${most})`,
    mend: `Make it ${most} or less.`,
  }),
  "wrong-form": ({ form }) => ({ rule: "has the wrong form", mend: `Write it as ${form}` }),
  invisible: () => ({
    rule: "holds invisible characters (control characters and the like)",
    mend: "Type the text anew.",
  }),
  "outer-space": () => ({
    rule: "is empty or has spaces around it",
    mend: "Remove the outer spaces and write some words.",
  }),
  once: () => ({ rule: "holds a value twice", mend: "Keep it once." }),
  reserved: () => ({
    rule: "is reserved for the installation itself",
    mend: "Choose another code.",
  }),
  "check-digit": () => ({
    rule: "fails its check digit (the last one)",
    mend: "Compare all eight digits.",
  }),
  "max-below-min": () => ({
    rule: "is a maximum below its minimum",
    mend: "Change one of the two.",
  }),
  "id-neither-kept-nor-chosen": () => ({
    rule: "leaves no user ID: the issued one may not stay, and none can be chosen",
    mend: "Set issuedMayStay to true, or changeable to at-first-sign-in.",
  }),
  "recommended-not-offered": () => ({
    rule: "is not among the methods offered",
    mend: "Add it to `methods`, or change `recommended`.",
  }),
  "mail-codes-unproved": () => ({
    rule: "demands codes by mail alone, and yet no address is confirmed at registration",
    mend: "Add passkey or totp to `methods`, or set email.atRegistration to required-verified.",
  }),
  "to-not-after-from": () => ({
    rule: "is not after the start",
    mend: "Use a time of the same day; 24:00 is allowed as the end.",
  }),
  "number-taken": ({ was }) => ({
    rule: `is the insurer number of society ${was}`,
    mend: "The same society: keep its code (it cannot change). Another one: check the number.",
  }),
  "code-ended": () => ({
    rule: "is the code of a society whose contract ended",
    mend: "Give a new society another code. To take the end back: society reopen, until the erasure begins.",
  }),
  "entrance-fixed": ({ was }) => ({
    rule: `cannot change afterwards (it is ${was})`,
    mend: "Keep the entrance: passkeys and user IDs are built upon its kind and host.",
  }),
  "host-taken": () => ({
    rule: "is the host of another entrance",
    mend: "Choose another host.",
  }),
} satisfies Record<ProblemCode, Line>;
