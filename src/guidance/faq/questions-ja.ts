import { ja as around } from "./around-ja.ts";
import { ja as factors } from "./factors-ja.ts";
import { ja as recovery } from "./recovery-ja.ts";
import { ja as rules } from "./rules-text.ts";
import type { Answers, FaqFacts } from "./types.ts";

const maintenance = ({ policy }: Pick<FaqFacts, "policy">): readonly string[] => {
  const rule = policy?.maintenance;
  if (!rule) return ["点検のときは利用できません。"];
  const moved =
    rule.onNonWorkingDay === "earlier" ? "土曜日・日曜日・祝日のときは、その前の平日です。" : "";
  return [
    `毎月${rule.dayOfMonth}日の${rule.from}から${rule.to}までは、点検のため利用できません。${moved}`,
  ];
};

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
      question: "仮のユーザIDと仮パスワードのご案内が、見つかりません。",
      answer: [
        "登録が済んだ方は、ご案内はもう要りません。ご自身で決めたユーザIDとパスワードでログインしてください。",
        "登録がまだで、ご案内が届いていない、または見つからないときは、組合にお問い合わせください。新しいご案内をお送りします。",
      ],
      links: ["contact"],
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
      also: "ログインできない 入れない",
      answer: [
        "ユーザIDかパスワードが違っています。大文字と小文字、似ている文字(数字の0と英字のOなど)をお確かめください。",
        "登録が済んだ方は、仮のものではなく、ご自身で決めたユーザIDとパスワードを入力してください。",
        "忘れたときは、ログイン画面の下の案内から、ご自身で手続きできます。",
        "それでもログインできないときは、画面の「お問い合わせ番号」を組合にお伝えください。",
      ],
      links: ["forgot-id", "forgot-password", "contact"],
    },
    ...recovery({ policy }),
    ...factors({ policy }),
    ...around({ policy, mailDomain }),
    "mail/optional": {
      question: "メールアドレスは、必ず登録しますか。",
      answer: policy
        ? rules.email(policy)
        : ["ご加入の組合によって違います。登録の画面に「必須」または「任意」と表示されます。"],
    },
    "services/what": {
      question: "どのようなサービスがありますか。",
      answer: ["ログインしたあとの「ホーム」に、ご利用いただけるサービスが表示されます。"],
    },
    "services/hours": {
      question: "利用できない時間はありますか。",
      answer: [
        ...maintenance({ policy }),
        "点検の予定は、前もってログイン画面とホームでお知らせします。登録の途中だった方は、点検のあとに続きから始められます。",
      ],
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
      links: ["guide"],
    },
    "devices/text-size": {
      question: "文字を大きくできますか。",
      answer: [
        "画面の上の「文字を大きく」、または下の「文字の大きさ」から変えられます。",
        "ログインして「プロフィール変更」で選ぶと、ほかの機器でも同じ大きさになります。",
      ],
      links: ["display"],
    },
    "services/notices": {
      question: "情報が新しくなったことを、メールで受け取れますか。",
      isOf: ({ updateMails }) => updateMails.mode !== "off",
      answer: [
        policy?.updateMails.mode === "by-preference"
          ? "受け取れます。ログインして、「プロフィール変更」のお知らせの設定で選べます。"
          : "受け取れます。登録したメールアドレスにお知らせします。",
      ],
      links: ["notices"],
    },
    "services/after-loss": {
      question: "資格がなくなったあとも使えますか。",
      answer: [
        policy
          ? `${policy.afterLoss.readOnlyDays}日のあいだ、記録を見ることができます。申請などの手続きはできません。`
          : "しばらくのあいだ、記録を見ることができます。申請などの手続きはできません。",
        "会社のメールアドレスを登録した方は、前もってご自身のアドレスを登録してください。",
      ],
      links: ["email"],
    },
  }) satisfies Answers;
