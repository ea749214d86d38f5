import type { Answers, FaqFacts } from "./types.ts";

/** Nothing else is set up: what the society lets its members do by themselves. */
const withoutOther = ({ policy }: Pick<FaqFacts, "policy">): readonly string[] =>
  policy?.recovery.lostAuthenticator === "proofed-reset"
    ? [
        "ほかの方法がないときは、ログイン画面の「パスワードを忘れた方はこちら」からお進みください。途中の「認証の機器をなくした方」で、ご本人の情報を入力すると、認証方法を登録し直せます。",
        "メールアドレスを登録していないときは、組合にお問い合わせください。",
      ]
    : ["ほかの方法がないときは、組合にお問い合わせください。"];

/** 認証方法: 二段階認証 at a sign-in, what is enrolled, what to do when it fails. */
export const ja = ({ policy }: Pick<FaqFacts, "policy">) =>
  ({
    "second-factor/code-not-taken": {
      question: "ワンタイムパスワードの6桁を入力しても、ログインできません。",
      also: "OTP 認証アプリ",
      method: "totp" as const,
      answer: [
        "番号が変わるのを待って、変わったばかりの番号を入力してください。1度使った番号は、もう使えません。",
        "認証アプリをいったん閉じて、開き直してください。",
        "スマートフォンの設定で、日付と時刻を「自動」にしてください。時計がずれていると、番号が合いません。",
        "2台以上を登録した方は、「認証するデバイス」で、番号を見ている機器を選んでいるか、お確かめください。",
      ],
    },
    "second-factor/code-wrong": {
      question: "「ワンタイムパスワードが正しくありません」と表示されます。",
      answer: [
        "6桁の番号を、もう一度お確かめください。アプリの番号は、30秒ごとに変わります。アプリをお使いの方は、画面に出る時刻と、スマートフォンの時計を比べてください。",
        "メールの番号は、送ってから10分のあいだ使えます。何通も届いているときは、いちばん新しいメールの番号だけが使えます。",
        `続けて${policy ? `${policy.lock.factorTries}回` : "何度も"}間違えると、しばらくログインできなくなります。`,
      ],
    },
    "second-factor/two-devices": {
      question: "2台のスマートフォンで認証できますか。",
      answer: [
        "できます。ログインして、「プロフィール変更」の「認証方法」から2台目を追加してください。名前を付けられるので、あとで見分けられます。",
        "片方をなくしたときの備えにもなります。",
      ],
      links: ["profile"],
    },
    "second-factor/remove-device": {
      question: "使わなくなったスマートフォンの登録を、消せますか。",
      answer: [
        "消せます。ログインして、「プロフィール変更」の「認証方法」から削除してください。",
        "名前と、最後に使った日が表示されます。いまお使いの機器を消さないよう、お確かめください。必要な認証方法の最後の1つは消せません。",
      ],
      links: ["profile"],
    },
    "second-factor/lost-device": {
      question: "認証に使うスマートフォンを、機種変更した、またはなくしました。",
      also: "紛失 買い替え 壊れた",
      answer: [
        "ほかの方法を登録した方は、ログインの途中の「別の方法で認証する」からお進みください。紙などに控えたリカバリーコードも使えます。",
        "ログインできたら、「プロフィール変更」の「認証方法」で新しい機器を追加し、なくした機器を削除してください。",
        ...withoutOther({ policy }),
      ],
      links: ["forgot-password", "contact"],
    },
    "second-factor/recovery-codes": {
      question: "リカバリーコードとは何ですか。",
      answer: [
        "いつもの認証方法が使えないときに、かわりに使う10個のコードです。1つのコードは1回だけ使えます。",
        "ログインして、「プロフィール変更」から作れます。作り直すと、前のコードは使えなくなります。",
      ],
      links: ["profile"],
    },
    "second-factor/key-invalid": {
      question: "「セキュリティキーの登録が無効です」と表示されます。",
      method: "passkey" as const,
      answer: [
        "パスワードマネージャー(Googleパスワードマネージャー、Appleの「パスワード」など)が入っていて、オンになっているか、お確かめください。",
        "会社の機器では、会社の決まりで使えないことがあります。会社の担当の方に確かめるか、ご自身のスマートフォンをお使いください。",
        "画面ロック(指紋、顔、番号のどれか)が設定されているか、お確かめください。",
        "どうしても登録できないときは、「ほかの方法を選ぶ」からお進みください。",
      ],
      links: ["passkey"],
    },
    "second-factor/change-method": {
      question: "認証方法は、どのように変えますか。",
      answer: [
        "ログインして、「プロフィール変更」を開き、「認証方法」から選んでください。まだ登録していない方法を選ぶと、そのまま登録に進みます。",
      ],
      links: ["profile"],
    },
    "second-factor/app-qr": {
      question: "認証アプリに登録するQRコードを、読み取れません。",
      method: "totp" as const,
      answer: [
        "スマートフォンのカメラではなく、認証アプリの中の「QRコードをスキャン」で読み取ってください。",
        "読み取れないときは、QRコードの下の「スキャンできませんか？」を押すと、アプリに直接入力するキーが表示されます。",
      ],
    },
    "second-factor/passkey-qr": {
      question: "生体認証(パスキー)のQRコードを、読み取れません。",
      method: "passkey" as const,
      answer: [
        "パソコンとスマートフォンの両方で、Bluetoothをオンにして、近くに置いてください。Bluetoothが使えないと、進めません。",
        "スマートフォンに初めから入っているカメラで読み取ってください。Androidでは、Chromeのアドレス欄の横にあるQRコードの読み取りも使えます。",
        "Android 8以下では使えません。Android 9では使えます。Android 10以上をおすすめします。",
        "iOS 12以下では使えません。iOS 13では使えます。iOS 14以上をおすすめします。",
        "それでも読み取れないときは、機器がパスキー(FIDO認証)に対応していないことがあります。機器のメーカーにお問い合わせいただくか、ほかの認証方法をお使いください。くわしい手順は「ご利用案内」にあります。",
      ],
      links: ["passkey"],
    },
  }) satisfies Answers;
