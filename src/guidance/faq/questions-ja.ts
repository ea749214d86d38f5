import { ja as factors } from "./factors-ja.ts";
import { ja as rules } from "./rules-text.ts";
import type { Answers, FaqFacts } from "./types.ts";

/** Ids begin with the category; the order is the page's. */
export const ja = ({ policy, mailDomain }: FaqFacts) =>
  ({
    "first-sign-in/need": {
      question: "はじめてログインするには、何が必要ですか。",
      answer: [
        "組合からお送りした、仮のユーザIDと仮パスワードのご案内をご用意ください。",
        "ご本人の確認のために、生年月日などをお聞きします。保険者番号は、ご案内、資格確認書、資格情報のお知らせにある8桁の番号です。記号・番号ではありません。",
      ],
    },
    "first-sign-in/lost-letter": {
      question: "仮のユーザIDと仮パスワードがわかりません。",
      answer: ["ご案内が届いていない、または見つからないときは、組合にお問い合わせください。"],
    },
    "first-sign-in/expiry": {
      question: "仮パスワードに期限はありますか。",
      answer: [
        "あります。期限が過ぎると、画面でお知らせします。新しいご案内について、組合にお問い合わせください。",
      ],
    },
    "first-sign-in/interrupted": {
      question: "登録の途中でやめたら、どうなりますか。",
      answer: [
        "同じ機器の同じブラウザなら、ログイン画面の「登録を続ける」から続けられます。",
        "ほかの機器で登録するときや、時間がたったときは、仮のユーザIDと仮パスワードで最初から始めてください。",
      ],
    },
    "first-sign-in/user-id": {
      question: "ユーザIDには、どのような文字が使えますか。",
      answer: policy ? rules.userId(policy) : ["登録の画面に、条件が表示されます。"],
    },
    "first-sign-in/password": {
      question: "パスワードには、どのような文字が使えますか。",
      answer: policy ? rules.password(policy) : ["登録の画面に、条件が表示されます。"],
    },
    "first-sign-in/family": {
      question: "家族も登録できますか。",
      answer: ["仮のユーザIDのご案内が届いた方が登録できます。ほかの人のご案内は使えません。"],
    },
    "sign-in/invalid": {
      question: "「無効なユーザIDまたはパスワードです。」と表示されます。",
      answer: [
        "ユーザIDかパスワードが違っています。大文字と小文字、似ている文字(数字の0と英字のOなど)をお確かめください。",
        "登録が済んだ方は、仮のものではなく、ご自身で決めたユーザIDとパスワードを入力してください。",
        "それでもログインできないときは、画面の「お問い合わせ番号」を組合にお伝えください。",
      ],
    },
    "sign-in/forgotten": {
      question: "ユーザID、またはパスワードを忘れました。",
      answer: ["ご本人の確認が必要です。組合にお問い合わせください。"],
    },
    "sign-in/locked": {
      question: "パスワードがロックされました。",
      answer: policy
        ? rules.lock(policy)
        : [
            "続けて間違えると、しばらくログインできなくなります。時間をおいてから、もう一度お試しください。",
          ],
    },
    "sign-in/signed-out": {
      question: "知らないうちにログアウトしていました。",
      answer: [
        policy
          ? `${policy.session.idleMinutes}分のあいだ操作がないとき、またはログインから${policy.session.absoluteHours}時間たったときは、自動でログアウトします。`
          : "しばらく操作がないときは、自動でログアウトします。",
        "安全のためです。もう一度ログインしてください。",
      ],
    },
    "sign-in/shared-computer": {
      question: "共用のパソコンで使ってもよいですか。",
      answer: ["使い終わったら、必ず「ログアウト」を押してください。"],
    },
    ...factors({ policy }),
    "mail/not-arrived": {
      question: "メールが届きません。",
      answer: [
        "迷惑メールのフォルダーをご確認ください。",
        `受信するメールを限っているときは、@${mailDomain} からのメールを受け取れるように設定してください。`,
        "会社のメールでは、検査のために数分かかったり、止められたりすることがあります。",
        "メールがまとめて表示される設定では、新しいメールが隠れていることがあります。",
        "それでも届かないときは、登録したアドレスが違っていることがあります。組合にお問い合わせください。",
      ],
    },
    "mail/senders": {
      question: "どのアドレスからメールが届きますか。",
      answer: [
        `no-reply@${mailDomain} からは、アドレスを確認するためのメールと、ワンタイムパスワードのメールが届きます。`,
        `webmaster@${mailDomain} からは、登録が終わったことと、認証方法が変わったことのお知らせが届きます。`,
      ],
    },
    "mail/confirm": {
      question: "メールのボタンは、何のためにありますか。",
      answer: [
        "登録したメールアドレスが正しいことを確かめるためです。メールのボタンで開いた画面で、もう一度ボタンを押すと終わります。",
        ...(policy?.email.atRegistration === "required-verified"
          ? ["同じメールに書かれた6桁の番号を、手続き中の画面に入力しても確認できます。"]
          : []),
      ],
    },
    "mail/optional": {
      question: "メールアドレスは、必ず登録しますか。",
      answer: policy
        ? rules.email(policy)
        : ["ご加入の組合によって違います。登録の画面に「必須」または「任意」と表示されます。"],
    },
    "account/name": {
      question: "表示されている名前が違います。",
      answer: ["名前は組合で直します。組合にお問い合わせください。"],
    },
    "account/change": {
      question: "登録した内容を変えたいのですが。",
      answer: [
        "認証方法は、ログインして「プロフィール変更」から変えられます。",
        "ほかの内容は、組合にお問い合わせください。ユーザIDは、登録したあとは変更できません。",
      ],
    },
    "account/suspicious": {
      question: "ほかの人に使われたかもしれません。",
      answer: ["すぐに組合へご連絡ください。ご利用を止めて、調べることができます。"],
    },
    "services/what": {
      question: "どのようなサービスがありますか。",
      answer: ["ログインしたあとの「ホーム」に、ご利用いただけるサービスが表示されます。"],
    },
    "services/hours": {
      question: "利用できない時間はありますか。",
      answer: ["点検のときは利用できません。予定は、前もってログイン画面でお知らせします。"],
    },
    "devices/computer": {
      question: "パソコンでも使えますか。",
      answer: [
        "使えます。スマートフォン、タブレットでも、同じユーザIDで使えます。",
        "認証アプリの番号を使う方は、アプリを入れたスマートフォンを手元にご用意ください。",
      ],
    },
    "devices/systems": {
      question: "どのスマートフォンで使えますか。",
      answer: ["iOS 13以上、Android 9以上で使えます。iOS 14以上、Android 10以上をおすすめします。"],
    },
    "devices/text-size": {
      question: "文字を大きくできますか。",
      answer: ["画面の上の「文字を大きく」、または下の「文字の大きさ」から変えられます。"],
    },
  }) satisfies Answers;
