import type { Article } from "../../society/types.ts";

/*
 * 利用規約: the common terms of use, with the society's name put in. A change of meaning raises
 * `commonTerms.version` in terms.ts, which asks every member for consent again.
 */

export const ja = (society: string) => ({
  purpose: {
    title: "第1条(目的)",
    paragraphs: [
      `この規約は、${society}(以下「組合」といいます。)が加入者に提供するウェブサービス(以下「本サービス」といいます。)の利用について、必要なことを定めます。`,
    ],
  },
  words: {
    title: "第2条(言葉の意味)",
    paragraphs: [
      "「加入者」とは、組合の被保険者と被扶養者をいいます。",
      "「利用者」とは、この規約に同意し、本サービスに登録した加入者をいいます。",
      "「認証情報」とは、ユーザID、パスワード、メールで届く番号など、利用者本人であることを確かめるための情報をいいます。",
    ],
  },
  consent: {
    title: "第3条(規約への同意と変更)",
    paragraphs: [
      "加入者は、この規約に同意したうえで登録し、本サービスを利用します。",
      "組合は、法令の改正やサービスの変更などで必要なとき、この規約を変更できます。変更の内容と施行日は、前もって本サービスの画面でお知らせします。",
      "利用者に大きく関わる変更のときは、次にログインしたときに、改めて同意をお願いします。",
    ],
  },
  users: {
    title: "第4条(利用できる方)",
    paragraphs: [
      "本サービスを利用できるのは、組合から仮のユーザIDと仮パスワードの案内を受け取った加入者本人です。",
      "家族であっても、ほかの人の認証情報を使うことはできません。",
    ],
  },
  registration: {
    title: "第5条(登録と認証情報の管理)",
    paragraphs: [
      "利用者は、登録する内容を正しく入力し、変わったときはすみやかに直すか、組合に届け出ます。",
      "利用者は、認証情報を自分で管理し、ほかの人に教えたり使わせたりしません。",
      "認証情報を知られたおそれ、または使われたおそれがあるときは、すぐに組合へ連絡してください。組合は、利用者を守るため、利用を止めることがあります。",
      "組合の職員が、利用者のパスワードを尋ねることはありません。",
    ],
  },
  hours: {
    title: "第6条(利用できる時間)",
    paragraphs: [
      "本サービスは、点検の時間を除き、いつでも利用できます。点検の予定は、ログイン画面でお知らせします。",
      "設備の故障、災害、通信の障害などのときは、前もってお知らせせずに休止することがあります。",
    ],
  },
  prohibited: {
    title: "第7条(してはならないこと)",
    paragraphs: [
      "ほかの人になりすますこと、ほかの人の情報を見ようとすること。",
      "本サービスの設備に大きな負担をかけること、運営を妨げること、不正に入り込もうとすること。",
      "本サービスで得たほかの人の情報を、本来の目的のほかに使うこと。",
      "法令、またはこの規約に反すること。",
    ],
  },
  personal: {
    title: "第8条(個人情報の取扱い)",
    paragraphs: [
      "組合は、本サービスで扱う個人情報を、健康保険の事業と、本サービスの提供のために使います。個人情報の保護に関する法令と、組合の定める方針に従います。",
      "組合は、本サービスの運用を外部の事業者に委託することがあります。そのときは、情報を安全に扱うよう監督します。",
      "組合は、安全のため、ログインや変更の記録(日時、行ったこと、接続元)を残します。",
    ],
  },
  mails: {
    title: "第9条(メールでのお知らせ)",
    paragraphs: [
      "組合は、登録や変更の確認など、本サービスに必要なお知らせを、登録されたメールアドレスへ送ります。",
      "メールアドレスの誤りや、受信の設定のために届かなかったお知らせについて、組合は責任を負いません。",
    ],
  },
  changes: {
    title: "第10条(サービスの変更と終了)",
    paragraphs: [
      "組合は、本サービスの内容を変えたり、終えたりすることができます。利用者に大きく関わるときは、前もってお知らせします。",
    ],
  },
  end: {
    title: "第11条(利用の停止と終了)",
    paragraphs: [
      "組合は、利用者がこの規約に反したとき、または安全のために必要なとき、利用を止めることができます。",
      "利用者が組合の資格を失ったときは、組合の定める期間のあと、本サービスを利用できなくなります。",
    ],
  },
  liability: {
    title: "第12条(責任の範囲)",
    paragraphs: [
      "本サービスに表示する情報は、表示した時点で組合が持つ記録によるもので、最新でないことがあります。給付などの決定は、組合からの正式な通知によります。",
      "本サービスの利用、または休止によって生じた損害について、組合に故意または重大な過失があるときを除き、組合は責任を負いません。",
    ],
  },
  law: {
    title: "第13条(準拠する法律と裁判所)",
    paragraphs: [
      "この規約は、日本の法律に従います。争いが生じたときは、組合の主たる事務所の所在地を管轄する地方裁判所を、第一審の専属的な合意管轄裁判所とします。",
    ],
  },
});

export const en = (society: string) =>
  ({
    purpose: {
      title: "Article 1 (Purpose)",
      paragraphs: [
        `These terms govern the use of the web service (“the Service”) that ${society} (“the Society”) offers to its members.`,
      ],
    },
    words: {
      title: "Article 2 (Meaning of words)",
      paragraphs: [
        "“Members” are the Society's insured persons and their dependents.",
        "“Users” are members who agreed to these terms and registered for the Service.",
        "“Credentials” are whatever shows that a user is that person: user ID, password, codes sent by mail, and the like.",
      ],
    },
    consent: {
      title: "Article 3 (Consent and changes)",
      paragraphs: [
        "A member agrees to these terms, registers, and then uses the Service.",
        "The Society may change these terms where the law or the Service makes it necessary. The change and the day from which it applies are announced in the Service beforehand.",
        "When a change matters greatly to users, they are asked for consent again at their next sign-in.",
      ],
    },
    users: {
      title: "Article 4 (Who may use the Service)",
      paragraphs: [
        "The Service is for members who received a provisional user ID and password from the Society, in person.",
        "Nobody may use the credentials of another person, not even within a family.",
      ],
    },
    registration: {
      title: "Article 5 (Registration and care of credentials)",
      paragraphs: [
        "Users enter true data, and correct them or tell the Society without delay when they change.",
        "Users look after their credentials and neither tell nor lend them to others.",
        "If your credentials may be known to others or have been used by them, contact the Society at once. The Society may suspend the use in order to protect you.",
        "The Society's staff never ask for your password.",
      ],
    },
    hours: {
      title: "Article 6 (Hours)",
      paragraphs: [
        "The Service is open at all times except during maintenance, which is announced on the sign-in page.",
        "It may close without notice in case of failures, disasters or network trouble.",
      ],
    },
    prohibited: {
      title: "Article 7 (What is not allowed)",
      paragraphs: [
        "To pose as another person, or to try to see another person's data.",
        "To put a heavy load on the Service, to disturb it, or to try to break into it.",
        "To use other people's data that were obtained through the Service for any other purpose.",
        "Anything against the law or these terms.",
      ],
    },
    personal: {
      title: "Article 8 (Personal data)",
      paragraphs: [
        "The Society uses personal data in the Service for the work of health insurance and for providing the Service. It follows the law on the protection of personal data and its own policy.",
        "The Society may entrust the running of the Service to contractors, and then sees to it that they handle the data safely.",
        "For safety the Society keeps a record of sign-ins and changes (time, action, source).",
      ],
    },
    mails: {
      title: "Article 9 (Mails)",
      paragraphs: [
        "The Society sends what the Service needs, such as confirmations of registration and changes, to the registered e-mail address.",
        "The Society is not liable for mails that do not arrive because the address is wrong or the mailbox does not accept them.",
      ],
    },
    changes: {
      title: "Article 10 (Change and end of the Service)",
      paragraphs: [
        "The Society may change or end the Service. What matters greatly to users is announced beforehand.",
      ],
    },
    end: {
      title: "Article 11 (Suspension and end of use)",
      paragraphs: [
        "The Society may suspend the use when a user breaks these terms, or when safety requires it.",
        "A user whose cover by the Society has ended can no longer use the Service after a period that the Society sets.",
      ],
    },
    liability: {
      title: "Article 12 (Liability)",
      paragraphs: [
        "What the Service shows comes from the Society's records at that time and may not be the latest. Decisions on benefits are made by the Society's formal notices.",
        "The Society is not liable for damage from the use or the closing of the Service, except in case of intent or gross negligence.",
      ],
    },
    law: {
      title: "Article 13 (Law and court)",
      paragraphs: [
        "These terms are governed by the law of Japan. The district court at the Society's main office has exclusive jurisdiction in the first instance. The Japanese text prevails.",
      ],
    },
  }) satisfies Record<keyof ReturnType<typeof ja>, Article>;

export const page = {
  ja: {
    title: "利用規約",
    version: (version: string, on: string) => `第${version}版 ${on} 施行`,
    someSociety: "ご加入の健康保険組合",
  },
  en: {
    title: "Terms of use",
    version: (version: string, on: string) => `Version ${version}, in force from ${on}`,
    someSociety: "your health insurance society",
  },
};
