import type { Language } from "../../../../society/types.ts";
import { renewal } from "../../text/lost-text.ts";

/** By the name of the browser's error (WebAuthn L3 §5.1.3, §5.1.4); `other` for any. */
export type Failure =
  | "NotAllowedError"
  | "InvalidStateError"
  | "SecurityError"
  | "NotSupportedError"
  | "other";

const ja = {
  title: "生体認証",
  why: "スマートフォンやパソコンの、指紋・顔・画面ロックの番号で確かめます。",
  facts: ["指紋・顔・暗証番号のどれでも", "番号を待つことも、写すこともありません"],
  suits: "いつも同じスマートフォンやパソコンをお使いの方",
  name: "この登録の名前",
  nameHint: "あとから見分けるための名前です。空のままなら、機器の名前が付きます。",
  enrolTitle: "生体認証の登録",
  enrolLead:
    "この機器の指紋・顔・画面ロックの番号を、ご本人の確認に使えるようにします。こうして機器に登録したものを「パスキー」といいます。指紋や顔の情報が、この機器の外へ送られることはありません。",
  enrolNext: "下のボタンを押すと、機器の画面が出ます。その案内にそって進んでください。",
  neededTitle: "必要なもの",
  needed: [
    "Android 9以上(10以上をおすすめします)か、iOS 13以上(14以上をおすすめします)のスマートフォン、またはパソコン",
    "画面ロックの設定(指紋、顔、暗証番号のどれか)",
  ],
  enrol: "生体認証を登録する",
  askTitle: "パスキーでご本人を確認します",
  ask: "「生体認証」で登録したパスキーを使います。下のボタンを押すと、機器の画面が出ます。登録したときの指紋・顔・画面ロックの番号で進んでください。",
  signIn: "パスキーでログイン",
  renewedTitle: "時間が過ぎたため、準備し直しました",
  renewed: "お手数ですが、もう一度ボタンを押してください。",
  failedTitle: {
    create: "セキュリティキーの登録が無効です",
    get: "パスキーで確認できませんでした",
  },
  failures: {
    create: {
      NotAllowedError:
        "途中で閉じられたか、時間が過ぎたか、この機器で許可されていません。もう一度ボタンを押すか、下の項目をお確かめください。",
      InvalidStateError:
        "この機器は、すでに登録されています。別の機器を登録するか、下の項目をお確かめください。",
      SecurityError:
        "この画面のアドレスでは登録できません。組合のご案内にあるアドレスから開き直してください。",
      NotSupportedError:
        "この機器では登録できません。画面ロックを設定するか、下の項目をお確かめください。",
      other: "機器の側で登録できませんでした。下の項目をお確かめください。",
    } satisfies Record<Failure, string>,
    get: {
      NotAllowedError:
        "途中で閉じられたか、時間が過ぎたか、この機器に登録したパスキーがありません。もう一度ボタンを押すか、下の項目をお確かめください。",
      InvalidStateError: "機器の側で確認できませんでした。下の項目をお確かめください。",
      SecurityError:
        "この画面のアドレスでは確認できません。組合のご案内にあるアドレスから開き直してください。",
      NotSupportedError: "この機器ではパスキーを使えません。下の項目をお確かめください。",
      other: "機器の側で確認できませんでした。下の項目をお確かめください。",
    } satisfies Record<Failure, string>,
  },
  absentTitle: "この画面では、パスキーを使えません",
  absent: [
    "アプリの中の画面(LINEやメールなど)でご覧の方は、ChromeやSafariで開き直してください。",
    "お使いのブラウザが古いか、JavaScriptが止められていることもあります。",
  ],
  absentWay: {
    other: "ほかの方法でも進めます。この下からお選びください。",
    renew: `それでも使えないときは、${renewal("ja")}`,
    none: "それでも使えないときは、組合へご連絡ください。連絡先は、この画面の下にあります。",
  },
  helpTitle: "うまくいかないとき",
  check: {
    create: [
      "パスワードマネージャー(Googleパスワードマネージャー、Appleの「パスワード」など)が入っていて、オンになっているか。",
      "機器の設定で、パスキーの保存が許可されているか。",
      "画面ロック(指紋、顔、暗証番号のどれか)が設定されているか。",
      "会社の機器は、会社の設定で登録できないことがあります。ご自身のスマートフォンでお試しください。",
    ],
    get: [
      "登録したときの機器か、同じパスワードマネージャーを使う機器かどうか。",
      "機器のBluetoothがオンになっているか(別の機器のパスキーを使うとき)。",
    ],
  },
  way: {
    create: {
      other: "どうしても登録できないときは、この下の「ほかの方法を選ぶ」からお進みください。",
      renew: "どうしても登録できないときは、組合へご連絡ください。",
      none: "どうしても登録できないときは、組合へご連絡ください。",
    },
    get: {
      other:
        "機種を変えた、パスキーを消したなど、手元にないときは、この下の別の方法でお進みください。",
      renew: `機種を変えた、パスキーを消したなど、手元にないときは、${renewal("ja")}`,
      none: "機種を変えた、パスキーを消したなど、手元にないときは、組合へご連絡ください。",
    },
  },
  elsewhereTitle: "別のスマートフォンのパスキーを使うには",
  elsewhere:
    "ボタンを押したあとに出る画面で、別の機器を使うほうを選びます。表示された四角い模様(QRコード)を、パスキーのあるスマートフォンのカメラで読み取ってください。",
  elsewhereLink: "くわしい手順を見る",
  stuckRenew: `どの方法も使えないときは、${renewal("ja")}`,
  stuck: "どの方法も使えないときは、組合にお問い合わせください。",
  contact: "お問い合わせ先を見る",
  afterRemoval:
    "お使いの機器にも、パスキーの記録が残ることがあります。要らないときは、機器の設定で消してください。",
};

const en: typeof ja = {
  title: "Passkey (fingerprint, face or screen lock)",
  why: "Confirms that it is you by the fingerprint, face or screen lock of your phone or computer.",
  facts: ["Fingerprint, face or PIN", "Nothing to wait for and nothing to type"],
  suits: "If you always use the same phone or computer",
  name: "Name of this passkey",
  nameHint:
    "So that you can tell it apart later. If you leave it empty, the device's name is used.",
  enrolTitle: "Set up a passkey",
  enrolLead:
    "The fingerprint, face or screen lock of this device will confirm that it is you. Your fingerprint and face never leave the device.",
  enrolNext: "Press the button, then follow what your device shows.",
  neededTitle: "What you need",
  needed: [
    "A phone with Android 9 or later (10 or later advised) or iOS 13 or later (14 or later advised), or a computer",
    "A screen lock (fingerprint, face or PIN)",
  ],
  enrol: "Set up a passkey",
  askTitle: "Confirm with your passkey",
  ask: "Press the button, then use the fingerprint, face or screen lock that you set up.",
  signIn: "Sign in with a passkey",
  renewedTitle: "The time had run out, so everything was prepared anew",
  renewed: "Please press the button once more.",
  failedTitle: {
    create: "The passkey could not be set up",
    get: "The passkey did not confirm that it is you",
  },
  failures: {
    create: {
      NotAllowedError:
        "It was closed on the way, took too long, or is not allowed on this device. Press the button once more, or check the points below.",
      InvalidStateError:
        "This device is set up already. Set up another device, or check the points below.",
      SecurityError:
        "It does not work at this address. Open the address that your society told you.",
      NotSupportedError:
        "It does not work on this device. Set a screen lock, or check the points below.",
      other: "The device could not set it up. Please check the points below.",
    },
    get: {
      NotAllowedError:
        "It was closed on the way, took too long, or there is no passkey of yours on this device. Press the button once more, or check the points below.",
      InvalidStateError: "The device could not confirm it. Please check the points below.",
      SecurityError:
        "It does not work at this address. Open the address that your society told you.",
      NotSupportedError: "Passkeys do not work on this device. Please check the points below.",
      other: "The device could not confirm it. Please check the points below.",
    },
  },
  absentTitle: "Passkeys do not work on this page",
  absent: [
    "If you opened it inside another app (such as a mail app), open it in Chrome or Safari.",
    "Perhaps the browser is old, or JavaScript is switched off.",
  ],
  absentWay: {
    other: "There are other ways. Choose one below.",
    renew: `If it still does not work: ${renewal("en")}`,
    none: "If it still does not work, contact your society. Its details are at the end of this page.",
  },
  helpTitle: "If it does not work",
  check: {
    create: [
      "Is a password manager there and switched on (Google Password Manager, Apple Passwords)?",
      "Does the device allow passkeys to be saved?",
      "Is a screen lock set (fingerprint, face or PIN)?",
      "A company may forbid it on its devices. Try it on a phone of your own.",
    ],
    get: [
      "Is it the device that you set up, or one with the same password manager?",
      "Is Bluetooth switched on (for a passkey on another device)?",
    ],
  },
  way: {
    create: {
      other: "If nothing helps, choose another way below.",
      renew: "If nothing helps, contact your society.",
      none: "If nothing helps, contact your society.",
    },
    get: {
      other: "If you changed the phone or deleted the passkey, use another way below.",
      renew: `If you changed the phone or deleted the passkey: ${renewal("en")}`,
      none: "If you changed the phone or deleted the passkey, contact your society.",
    },
  },
  elsewhereTitle: "To use the passkey of another phone",
  elsewhere:
    "After pressing the button, choose to use another device. Scan the square pattern (QR code) with the camera of the phone that has the passkey.",
  elsewhereLink: "See how, step by step",
  stuckRenew: `If no way works: ${renewal("en")}`,
  stuck: "If no way works, please ask your society.",
  contact: "How to reach your society",
  afterRemoval:
    "A record of the passkey may stay on your device. You can delete it in the settings of the device.",
};

export type PasskeyWords = typeof ja;
export const passkeyWords = (lang: Language): PasskeyWords => (lang === "ja" ? ja : en);
