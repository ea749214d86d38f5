import type { Article } from "../../society/types.ts";

/** 注意事項・免責事項・セキュリティポリシー等 */
export const ja = {
  title: "注意事項・免責事項・セキュリティポリシー等",
  articles: [
    {
      title: "ご利用の前に",
      paragraphs: [
        "ユーザIDとパスワードは、ほかの人に教えないでください。職員がパスワードをお聞きすることはありません。",
        "ほかのサービスと同じパスワードは使わないでください。",
        "共用のパソコンでは、使い終わったら必ずログアウトしてください。",
        "身に覚えのないメールが届いたときは、メールのボタンを押さずに、ご加入の健康保険組合へご連絡ください。",
      ],
    },
    {
      title: "免責事項",
      paragraphs: [
        "画面に表示する情報は、表示した時点で健康保険組合が持つ記録です。最新の状態と違うことがあります。",
        "このサイトから開くほかのサイトの内容については、そのサイトの運営者にお問い合わせください。",
        "通信の状態やお使いの機器によっては、正しく表示できないことがあります。",
      ],
    },
    {
      title: "セキュリティポリシー",
      paragraphs: [
        "通信はすべて暗号化しています(TLS)。",
        "パスワードは元に戻せない形で保存しています。職員も見ることができません。",
        "続けてパスワードを間違えると、しばらくログインできなくなります。ほかの人の試みからお守りするためです。",
        "しばらく操作がないと、自動でログアウトします。",
        "ログインと変更の記録を残し、不正な利用がないかを確かめています。",
      ],
    },
    {
      title: "個人情報の取扱い",
      paragraphs: [
        "お預かりした個人情報は、健康保険の事業と、このサイトの提供のために使います。くわしくは「利用規約」をご覧ください。",
        "健康保険組合ごとの情報は分けて管理し、ほかの組合からは見えません。",
      ],
    },
    {
      title: "クッキーについて",
      paragraphs: [
        "ログインの状態と、言語・文字の大きさの設定を覚えるためにクッキーを使います。広告や、行動を追うためには使いません。",
        "クッキーを受け入れない設定では、ログインできません。",
      ],
    },
  ] as readonly Article[],
};

export const en = {
  title: "Notes, disclaimer and security policy",
  articles: [
    {
      title: "Before you use the service",
      paragraphs: [
        "Tell nobody your user ID and password. Staff never ask for your password.",
        "Do not use a password that you use elsewhere.",
        "On a shared computer, always sign out when you are done.",
        "If a mail arrives that you cannot explain, do not press its button; contact your health insurance society.",
      ],
    },
    {
      title: "Disclaimer",
      paragraphs: [
        "What is shown comes from the society's records at that time. It may differ from the latest state.",
        "For other sites that open from here, please ask whoever runs them.",
        "Depending on your connection and device, pages may not show correctly.",
      ],
    },
    {
      title: "Security policy",
      paragraphs: [
        "All traffic is encrypted (TLS).",
        "Passwords are stored in a form that cannot be turned back. Not even staff can see them.",
        "After several wrong passwords in a row you cannot sign in for a while. This protects you from other people's attempts.",
        "When nothing is done for a while, you are signed out.",
        "Sign-ins and changes are recorded and watched for misuse.",
      ],
    },
    {
      title: "Personal data",
      paragraphs: [
        "Your personal data are used for the work of health insurance and for this site. See the terms of use for details.",
        "Each society's data are kept apart; no other society can see them.",
      ],
    },
    {
      title: "Cookies",
      paragraphs: [
        "Cookies keep you signed in and remember language and text size. They serve neither advertising nor tracking.",
        "If your browser accepts no cookies, you cannot sign in.",
      ],
    },
  ],
} satisfies typeof ja;
