export const ja = {
  title: "ただいま、お休みしています",
  until: (moment: string) => `点検のため、${moment}までご利用いただけません。`,
  kept: "登録の途中だった方は、点検のあとに続きから始められます。お休みのあいだ、登録の期限は進みません。",
  unchanged: "登録した内容は変わっていません。",
  notSent: "送信された内容は、まだ受け付けていません",
  sendAgain:
    "この画面を閉じずに、点検のあとでブラウザの「再読み込み」を押すと、同じ内容をもう一度送れます。ログインの時間が過ぎていたときは、もう一度ログインしてください。",
  retry: "もう一度開く",
  contact: "お問い合わせ先を見る",
  announced: (from: string, to: string) => `${from}から${to}まで、お休みします`,
  announcedText: "点検のため、そのあいだはログインもご利用もできません。",
};

export const en = {
  title: "We are closed for maintenance",
  until: (moment: string) => `The service is closed until ${moment}.`,
  kept: "If you were registering, you can go on from there afterwards. The time to finish does not run while we are closed.",
  unchanged: "What you registered has not changed.",
  notSent: "What you sent has not been received",
  sendAgain:
    "Keep this page open. When you press “reload” in your browser afterwards, the same is sent again. If you were signed out meanwhile, please sign in again.",
  retry: "Open again",
  contact: "See whom to ask",
  announced: (from: string, to: string) => `Closed from ${from} to ${to}`,
  announcedText: "Because of maintenance you can neither sign in nor use the service then.",
} satisfies typeof ja;
