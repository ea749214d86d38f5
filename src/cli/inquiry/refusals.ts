import type { Texts } from "../output/problems.ts";

/** Why no reason is told. */
export const texts: Texts = {
  "number-form": () =>
    "お問い合わせ番号は、英数字8文字です(例: 7K2P-9DQX)。画面に出ている番号を、もう一度確かめてください。",
  "number-unknown": ({ number = "", hours = "" }) =>
    `${number} という番号の記録は、この${hours}時間にはありません。番号を確かめてください。「エラーが起きました」のような画面の番号は、サーバーのログの requestId で探せます。「しばらくお待ちください」の画面は、その画面に書かれたとおりの理由です。`,
};
