import type { Wording } from "../../../flow/index.ts";
import { clockToSecondIn } from "../../../kernel/moments.ts";
import type { Instant } from "../../../kernel/time.ts";
import type { Language } from "../../../society/types.ts";
import { renewal } from "../text/lost-text.ts";
import { nameTaken } from "../text/name-text.ts";

type Around = readonly [before: string, after: string];

/** ワンタイムパスワード (OTP) アプリ認証 */
const ja = {
  title: "ワンタイムパスワード (OTP) アプリ認証",
  why: "専用のアプリに出る6桁の番号を入力します。電波の届かない場所でも番号が出ます。",
  free: "アプリの準備が必要です(無料)",
  suits: "電波の届きにくい場所でもお使いになる方",
  // 登録
  enrolTitle: "ワンタイムパスワード (OTP) アプリ認証の準備",
  getTitle: "アプリを用意する",
  get: "次のどれか1つを、スマートフォンに入れてください。どれも無料です。",
  addTitle: "アプリに登録する",
  scan: "アプリの「+」を押し、この四角い模様を読み取ってください。",
  scanMore: "スマートフォンのカメラではなく、アプリの中の「QRコードをスキャン」で読み取ります。",
  qr: "アプリで読み取る模様(QRコード)",
  here: ["いまご覧のスマートフォンに登録する場合は、", "を押してください。"] as Around,
  openApp: "アプリを開いて登録",
  cannotScan: "スキャンできませんか？",
  typeKey: "アプリで「キーを入力」を選び、次の文字を入力してください。空白は入力しません。",
  account: "アカウント名",
  kind: "キーの種類",
  kindValue: "時間ベース",
  size: "桁数と間隔",
  sizeValue: "6桁、30秒",
  keepSecret: "この文字と模様は、ほかの人に見せないでください。",
  codeTitle: "アプリに出た番号を入力する",
  firstCode: "ワンタイムパスワード(6桁の番号)",
  firstCodeHint: "30秒ごとに変わります。いま出ている番号を入力してください。",
  name: "この機器の名前",
  nameHint: "あとで見分けるための名前です。",
  nameBase: "わたしのスマートフォン",
  register: "登録する",
  // ログイン
  askTitle: "アプリに出た番号を入力してください",
  ask: (society: string) =>
    `スマートフォンの認証アプリを開き、「${society}」の番号を入力してください。`,
  device: "認証するデバイス",
  deviceHint: "番号を見ている機器を選んでください。",
  code: "ワンタイムパスワード(6桁の番号)",
  codeHint: "30秒ごとに変わります。いま出ている番号を入力してください。",
  check: "確認",
  lostTitle: "スマートフォンを替えた方、手元にない方へ",
  lost: {
    other:
      "この下の別の方法でお進みください。ログインしたあと「プロフィール変更」で、新しい機器を登録できます。",
    renew: renewal("ja"),
    none: "組合へご連絡ください。連絡先は、この画面の下にあります。",
  },
  helpTitle: "番号が合わないときは",
  helpNewest: "番号が変わるのを待って、変わったばかりの番号を入力してください。",
  helpClock:
    "スマートフォンの時計がずれていると、番号が合いません。スマートフォンの設定で、日付と時刻を「自動」にしてください。",
  helpDevice: "「認証するデバイス」で、番号を見ている機器を選んでいるか、確かめてください。",
  helpEntry: (name: string) =>
    `使えるのは、「${name}」の名前で登録したアプリの番号です。ほかのサービスの番号ではないか、確かめてください。`,
};

const en: typeof ja = {
  title: "One-time password (OTP) from an app",
  why: "You type six digits that an app shows. It also works where there is no signal.",
  free: "You need an app (free of charge)",
  suits: "If you often have no signal",
  enrolTitle: "Set up one-time passwords (OTP) from an app",
  getTitle: "Get the app",
  get: "Install one of these on your phone. All of them are free.",
  addTitle: "Add this portal to the app",
  scan: "Press “+” in the app and scan this square pattern.",
  scanMore: "Use “Scan a QR code” inside the app, not the camera of the phone.",
  qr: "Pattern for the app to scan (QR code)",
  here: ["To set up the phone that you are looking at, press ", "."],
  openApp: "Open the app and add it",
  cannotScan: "Cannot scan it?",
  typeKey: "Choose “Enter a setup key” in the app and type these letters, without spaces.",
  account: "Account name",
  kind: "Type of key",
  kindValue: "Time based",
  size: "Digits and interval",
  sizeValue: "6 digits, 30 seconds",
  keepSecret: "Do not show these letters and the pattern to anybody.",
  codeTitle: "Type the digits that the app shows",
  firstCode: "One-time password (six digits)",
  firstCodeHint: "They change every 30 seconds. Type the ones that are shown now.",
  name: "Name of this device",
  nameHint: "So that you can tell it apart later.",
  nameBase: "My phone",
  register: "Set up",
  askTitle: "Type the digits of your app",
  ask: (society) => `Open the authenticator app and type the digits of “${society}”.`,
  device: "Device",
  deviceHint: "Choose the device whose digits you are reading.",
  code: "One-time password (six digits)",
  codeHint: "They change every 30 seconds. Type the ones that are shown now.",
  check: "Check",
  lostTitle: "If you have another phone now, or have not got it with you",
  lost: {
    other:
      "Use another way below. When you are signed in, you can set up the new device in your profile.",
    renew: renewal("en"),
    none: "Contact your society. Its details are at the end of this page.",
  },
  helpTitle: "If the digits do not work",
  helpNewest: "Wait until the digits change, then type the newest ones at once.",
  helpClock:
    "The digits do not work when the clock of the phone is wrong. Set date and time to automatic.",
  helpDevice: "Check that you chose the device whose digits you are reading.",
  helpEntry: (name) =>
    `Only the app that you set up as “${name}” works. Check that you are not reading the digits of something else.`,
};

export const totpWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

const clock = (lang: Language, at: string | number = "") => clockToSecondIn(lang, at as Instant);

const messages = {
  ja: {
    "totp-wrong": (_, { at }) =>
      `ワンタイムパスワードが正しくありません。いまの時刻は${clock("ja", at)}です。スマートフォンの時計と比べてください。`,
    "totp-used": () =>
      "この番号は、もう使われています。次の番号が出るまで30秒ほど待って、新しい番号を入力してください。",
    "totp-device-gone": () =>
      "この機器の登録は、なくなりました。ほかの機器があるときは、そちらをお選びください。ないときは、お手数ですが、もう一度はじめからやり直してください。",
    "totp-name-taken": (_, { name }) => nameTaken("ja", name),
  },
  en: {
    "totp-wrong": (_, { at }) =>
      `The one-time password is not correct. It is ${clock("en", at)} now (Japan time): compare it with the clock of your phone.`,
    "totp-used": () =>
      "These digits have been used. Wait about 30 seconds until the app shows new ones, and type those.",
    "totp-device-gone": () =>
      "This device is not set up any more. Choose another device if there is one; if not, please begin once more.",
    "totp-name-taken": (_, { name }) => nameTaken("en", name),
  },
} as const satisfies Readonly<Record<Language, Wording["messages"]>>;

/** Fields are named for this method: others have digits and names of their own. */
export const totpWording = (lang: Language): Wording => {
  const words = totpWords(lang);
  return {
    labels: { totpCode: words.firstCode, totpDevice: words.device, totpName: words.name },
    messages: messages[lang],
  };
};
