import type { Language } from "../../society/types.ts";

const unchanged = "あなたの登録内容は変わっていません。";
const unchangedEn = "Nothing in your account has changed.";

/** By HTTP status: what happened, and what to do. */
export const ja = {
  403: {
    title: "この操作はできませんでした",
    what: `画面を開いてから時間がたったか、別の画面から操作されたため、受け付けませんでした。${unchanged}`,
    mend: "前の画面に戻って読み込み直し、もう一度操作してください。",
  },
  404: {
    title: "ページが見つかりません",
    what: "このアドレスのページは、ないか、移動しました。",
    mend: "アドレスを入力したときは、間違いがないかご確認ください。",
  },
  410: {
    title: "このサービスは終了しました",
    what: "ご加入の健康保険組合は、このサービスの提供を終えました。ログインや登録はできません。",
    mend: "これまでの記録やこれからの手続きは、ご加入の健康保険組合へお問い合わせください。",
  },
  413: {
    title: "送られた内容が大きすぎます",
    what: `一度に送れる大きさを超えたため、受け付けませんでした。${unchanged}`,
    mend: "前の画面に戻り、内容を短くしてから、もう一度お送りください。",
  },
  422: {
    title: "内容を読み取れませんでした",
    what: `送られた内容が正しくないため、受け付けませんでした。${unchanged}`,
    mend: "前の画面に戻って読み込み直し、もう一度入力してください。",
  },
  429: {
    title: "しばらくお待ちください",
    what: `短い間に何度も操作されたため、いったん受け付けを止めています。${unchanged}`,
    mend: "数分たってから、もう一度操作してください。",
  },
  500: {
    title: "処理を終えられませんでした",
    what: "こちらの不具合です。ご不便をおかけします。",
    mend: "少したってから、もう一度お試しください。続くときは、下の番号を添えてお問い合わせください。",
  },
  503: {
    title: "ただいま混み合っています",
    what: `いまは受け付けられません。${unchanged}`,
    mend: "数分たってから、もう一度お試しください。",
  },
};

export type ErrorCode = keyof typeof ja;
export const errorCodes = Object.keys(ja).map(Number) as readonly ErrorCode[];

export const en = {
  403: {
    title: "This could not be done",
    what: `The page was open for too long, or the request came from another page. ${unchangedEn}`,
    mend: "Go back, reload the page and try again.",
  },
  404: {
    title: "Page not found",
    what: "There is no page at this address, or it has moved.",
    mend: "If you typed the address, please check it.",
  },
  410: {
    title: "This service has ended",
    what: "Your health insurance society no longer offers this service. You cannot sign in or register.",
    mend: "Please ask your health insurance society about your records and what to do from now on.",
  },
  413: {
    title: "What you sent is too large",
    what: `It is larger than can be sent at once. ${unchangedEn}`,
    mend: "Go back, make it shorter and send it again.",
  },
  422: {
    title: "We could not read what you sent",
    what: `It was not in the right form. ${unchangedEn}`,
    mend: "Go back, reload the page and enter it again.",
  },
  429: {
    title: "Please wait a little",
    what: `There were too many attempts in a short time. ${unchangedEn}`,
    mend: "Try again in a few minutes.",
  },
  500: {
    title: "We could not finish this",
    what: "The fault is ours. We are sorry.",
    mend: "Try again a little later. If it happens again, contact us with the number below.",
  },
  503: {
    title: "Very busy at the moment",
    what: `We cannot take your request now. ${unchangedEn}`,
    mend: "Try again in a few minutes.",
  },
} satisfies typeof ja;

export const errorWordsIn = (lang: Language): typeof ja => (lang === "en" ? en : ja);
