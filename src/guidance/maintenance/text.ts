export const ja = {
  title: "ただいま、お休みしています",
  until: (moment: string) => `点検のため、${moment}までご利用いただけません。`,
  kept: "登録の途中だった方は、点検のあとに続きから始められます。",
  unchanged: "登録した内容は変わっていません。",
  retry: "もう一度開く",
};

export const en = {
  title: "We are closed for maintenance",
  until: (moment: string) => `The service is closed until ${moment}.`,
  kept: "If you were registering, you can go on from there afterwards.",
  unchanged: "What you registered has not changed.",
  retry: "Open again",
} satisfies typeof ja;
