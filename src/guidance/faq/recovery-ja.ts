import { ja as rules } from "./rules-text.ts";
import type { Answers, FaqFacts } from "./types.ts";

type Facts = Pick<FaqFacts, "policy">;

/** The link of the sign-in page, as this entrance has it. */
const forgotId = ({ policy }: Facts) =>
  policy?.firstSignIn.style === "new"
    ? "「ユーザIDを忘れた方はこちら」"
    : "「IDを忘れた方はこちら」";

/** Who is locked out by wrong factors enrols anew by themselves. */
const canRenew = ({ policy }: Facts) => policy?.recovery.lostAuthenticator === "proofed-reset";

const newPassword = ({ policy }: Facts): readonly string[] => {
  const minutes = policy?.recovery.provisionalLifetimeMinutes ?? 60;
  const link = policy?.recovery.linkLifetimeMinutes ?? 60;
  const byLink = `届いたメールのボタンを押すか、メールの6桁の番号を画面に入力すると、新しいパスワードを決められます。メールのボタンは${link}分のあいだ使えます。`;
  const byMail = `仮パスワードがメールで届きます。ログイン画面で、ユーザIDと仮パスワードを入力すると、新しいパスワードを決められます。仮パスワードは${minutes}分のあいだ、1回だけ使えます。それまでのパスワードも、新しく決めるまで使えます。`;
  if (!policy) return ["届いたメールの案内に沿って、新しいパスワードを決めてください。"];
  return [policy.recovery.forgottenPassword === "link" ? byLink : byMail];
};

/** 忘れた・ロックされた: what a member can do without a telephone call. */
export const ja = ({ policy }: Facts) =>
  ({
    "sign-in/forgotten-id": {
      question: "ユーザIDを忘れました。",
      also: "わからない 思い出せない 再通知",
      answer: [
        "はじめての方は、組合からお送りしたご案内に、仮のユーザIDがあります。",
        `登録が済んだ方は、ログイン画面の${forgotId({ policy })}からお進みください。保険者番号、記号・番号、お名前のカナ、生年月日、登録したメールアドレスを入力すると、登録と一致したときにメールが届きます。メールのボタンか6桁の番号で、ユーザIDを確かめられます。`,
        "メールアドレスを登録していない方、登録したアドレスを使えない方は、組合にお問い合わせください。",
      ],
      links: ["forgot-id", "contact"],
    },
    "sign-in/forgotten-password": {
      question: "パスワードを忘れました。",
      also: "わからない 思い出せない 再設定 再発行 初期化 リセット",
      answer: [
        "ログイン画面の「パスワードを忘れた方はこちら」からお進みください。ユーザIDと、登録したメールアドレスを入力します。",
        ...newPassword({ policy }),
        "二段階認証を使っている方は、このときも認証があります。メールの番号だけを使っている方には、ご本人の確認もお願いします。",
        "メールアドレスを登録していない方、登録したアドレスを使えない方は、組合にお問い合わせください。",
      ],
      links: ["forgot-password", "contact"],
    },
    "sign-in/locked": {
      question: "パスワードがロックされました。",
      also: "解除 ログインできない",
      answer: [
        ...(policy
          ? rules.lock(policy)
          : [
              "続けて間違えると、しばらくログインできなくなります。時間をおいてから、もう一度お試しください。",
            ]),
        "お待ちいただかなくても、ログイン画面の「パスワードを忘れた方はこちら」から新しいパスワードを決めると、ロックが解けます。パスキーを登録した方は、ロックのあいだも「パスキーでログイン」でログインできます。",
        "登録したメールアドレスに、お知らせが届きます。お心当たりのないときは、組合にお知らせください。",
      ],
      links: ["forgot-password", "contact"],
    },
    "sign-in/account-locked": {
      question: "アカウントがロックされました。",
      also: "解除 ログインできない",
      answer: [
        `ワンタイムパスワードなどを続けて${policy ? `${policy.lock.factorTries}回` : "何度も"}間違えると、アカウントがロックされます。時間がたつと、自動で元に戻ります。いつ戻るかは、登録したメールアドレスにお知らせします。`,
        canRenew({ policy })
          ? "お待ちになれない方は、ログイン画面の「パスワードを忘れた方はこちら」からお進みください。ご本人の情報を入力して認証方法を登録し直すと、元に戻ります。"
          : "お待ちになれない方は、組合にお問い合わせください。組合で、元に戻すことができます。",
        "組合がご利用を止めたときは、自動では戻りません。パスワードを決め直しても戻りません。組合にお問い合わせください。",
      ],
      links: ["contact"],
    },
    "sign-in/password-expiry": {
      question: "パスワードに有効期限はありますか。",
      isOf: ({ password }) => password.maxAgeDays !== null,
      answer: [
        `あります。決めた日から${policy?.password.maxAgeDays ?? ""}日です。期限が近づくと、ホームとメールでお知らせします。`,
        "期限が過ぎても、ログインできなくなることはありません。ログインのあとに、新しいパスワードを決める画面が出ます。",
      ],
      links: ["password"],
    },
    "sign-in/signed-out": {
      question: "知らないうちにログアウトしていました。",
      also: "タイムアウト サインアウト",
      answer: [
        policy
          ? `${policy.session.idleMinutes}分のあいだ操作がないとき、またはログインから${policy.session.absoluteHours}時間たったときは、自動でログアウトします。その前に、画面でお知らせします。`
          : "しばらく操作がないときは、自動でログアウトします。その前に、画面でお知らせします。",
        "安全のためです。もう一度ログインしてください。入力の途中だったときは、すぐに同じユーザIDでログインすると、続きから入力できる画面があります。",
      ],
    },
    "sign-in/other-devices": {
      question: "ほかの機器でログインしたままです。",
      answer: [
        "ログインして、「プロフィール変更」から「ログイン中のデバイス」をご覧ください。1台ずつ、または全てのデバイスを、サインアウトできます。",
      ],
      links: ["sessions"],
    },
    "sign-in/shared-computer": {
      question: "共用のパソコンで使ってもよいですか。",
      answer: ["使い終わったら、必ず「ログアウト」を押してください。"],
    },
  }) satisfies Answers;
