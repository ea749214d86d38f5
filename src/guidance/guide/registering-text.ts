type Step = { readonly title: string; readonly body: string };

/** ご利用案内: how to register, step by step as the society has it. */
export const ja = {
  first: "登録の流れ(はじめてのログイン)",
  firstTime: "5分ほどで終わります。途中でやめても、入力した内容の続きから始められます。",
  have: "ご用意いただくもの",
  haveLetter: "仮のユーザIDと仮パスワードのご案内",
  haveInsurerNumber: "保険者番号(ご案内、資格確認書、資格情報のお知らせにある8桁の番号)",
  haveAddress: "メールを受け取れるメールアドレス",
  forMembersOf: (names: readonly string[]) => `${names.join("、")}の方`,
  proof: { "insurer-number": "保険者番号", "birth-date": "生年月日" },
  and: "と",
  methods: {
    passkey: "生体認証",
    totp: "ワンタイムパスワード (OTP) アプリ認証",
    "mail-otp": "ワンタイムパスワード (OTP) メール認証",
  },
  factor: (methods: readonly string[], isOfAll: boolean): Step => ({
    title: "認証方法を選んで登録する",
    body: `${methods.join("、")}${methods.length > 1 ? "から1つを選び" : "を"}、画面の案内に沿って登録します。${isOfAll ? "" : "必要な方にだけ、この画面が出ます。"}`,
  }),
  steps: (
    asked: string,
    factor: readonly Step[],
  ): Readonly<Record<"classic" | "new", readonly Step[]>> => ({
    classic: [
      {
        title: "仮のユーザIDと仮パスワードでログインする",
        body: "ご案内にあるとおりに入力します。大文字と小文字、全角と半角は、どちらでもかまいません。",
      },
      {
        title: "本人確認をして、利用規約に同意する",
        body: `${asked}を入力します。利用規約をお読みになり、「同意する」を選んで「確認」を押します。`,
      },
      {
        title: "ユーザID、パスワード、メールアドレスを決める",
        body: "ご自身で決めて入力し、「入力内容確認」を押します。条件は画面に表示されます。",
      },
      ...factor,
      {
        title: "入力した内容を確かめて、登録する",
        body: "正しければ「実行」を、直すときは「戻る」を押します。",
      },
      {
        title: "登録が終わったことを確かめる",
        body: "登録の完了をお知らせするメールが届きます。メールのボタンから、メールアドレスの確認をお願いします。次からは、決めたユーザIDとパスワードでログインします。",
      },
    ],
    new: [
      {
        title: "ご案内のユーザIDとパスワードでログインする",
        body: "ご案内にあるとおりに入力します。大文字と小文字、全角と半角は、どちらでもかまいません。",
      },
      {
        title: "本人確認をして、利用規約に同意する",
        body: `${asked}を入力して「確認」を押します。次の画面で利用規約をお読みになり、「同意する」を押します。`,
      },
      {
        title: "メールアドレスを確認する",
        body: "表示されたアドレスを確かめるか、入力します。届いたメールの6桁の番号を画面に入力します。メールの中のボタンでも確認できます。",
      },
      {
        title: "ユーザIDを確かめる",
        body: "画面の案内に沿って、ご案内のIDのまま進むか、ご自身で決めたIDに変えます。あとからは変えられません。",
      },
      ...factor,
      {
        title: "新しいパスワードを決めて、登録する",
        body: "同じパスワードを2回入力して「実行」を押すと、登録が終わり、ホームが表示されます。次からは、登録したユーザIDと新しいパスワードでログインします。",
      },
    ],
  }),
  lost: "ご案内が見つからないときは、組合にお問い合わせください。",
};

export const en = {
  first: "How to register (first sign-in)",
  firstTime: "It takes about five minutes. If you stop on the way, you can go on from there.",
  have: "Have at hand",
  haveLetter: "The letter with your provisional user ID and password",
  haveInsurerNumber:
    "The insurer number (8 digits; on the letter, the eligibility certificate and the eligibility notice)",
  haveAddress: "An e-mail address where you receive mail",
  forMembersOf: (names) => `Members of ${names.join(", ")}`,
  proof: { "insurer-number": "the insurer number", "birth-date": "your birth date" },
  and: " and ",
  methods: {
    passkey: "a passkey",
    totp: "a one-time password (OTP) from an app",
    "mail-otp": "a one-time password (OTP) by mail",
  },
  factor: (methods, isOfAll) => ({
    title: "Choose and set up your second step",
    body: `Set up ${methods.join(" or ")}, as the page says.${isOfAll ? "" : " Only those who need it see this page."}`,
  }),
  steps: (asked, factor) => ({
    classic: [
      {
        title: "Sign in with the provisional user ID and password",
        body: "Type them as they are on the letter. Capital or small, full or half width does not matter.",
      },
      {
        title: "Show who you are and agree to the terms of use",
        body: `Enter ${asked}. Read the terms, choose “I agree” and go on.`,
      },
      {
        title: "Choose your user ID, password and e-mail address",
        body: "Choose and enter them. The page says what is allowed.",
      },
      ...factor,
      {
        title: "Check what you entered and register",
        body: "If all is right, register; otherwise go back and correct it.",
      },
      {
        title: "See that the registration is complete",
        body: "A mail tells you that the registration is complete. Please confirm your address with its button. From now on sign in with the user ID and password that you chose.",
      },
    ],
    new: [
      {
        title: "Sign in with the user ID and password of the letter",
        body: "Type them as they are on the letter. Capital or small, full or half width does not matter.",
      },
      {
        title: "Show who you are and agree to the terms of use",
        body: `Enter ${asked}. On the next page read the terms and press “I agree”.`,
      },
      {
        title: "Confirm your e-mail address",
        body: "Check the address that is shown, or enter one. Type the six digits of the mail that arrives; the button in the mail works too.",
      },
      {
        title: "Check your user ID",
        body: "As the page says, keep the ID of the letter or choose one of your own. It cannot be changed later.",
      },
      ...factor,
      {
        title: "Choose a new password and register",
        body: "Type the same password twice and press “Register”. The home page appears, and you are registered. From now on sign in with your user ID and the new password.",
      },
    ],
  }),
  lost: "If you cannot find the letter, please ask your society.",
} satisfies typeof ja;
