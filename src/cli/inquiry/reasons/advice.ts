/** The real reason, and what staff may advise on the telephone. */
export type Reason = { readonly what: string; readonly advice: string };

export const forgotPassword =
  "ログイン画面の「パスワードを忘れた方はこちら」から、パスワードを決め直していただけます。";
export const forgotId = "ログイン画面の「IDを忘れた方はこちら」から、IDを確かめていただけます。";
export const again = "もう一度「パスキーでログイン」を押すようご案内ください。";
export const byPassword =
  "ユーザIDとパスワードでログインし、「プロフィール変更」でパスキーを登録し直すようご案内ください。";
export const lockAdvice =
  "accounts show で、どのロックがいつまでかを確かめてください。ご本人と確かめられたら、accounts unlock で外せます。";
export const cardAdvice =
  "資格確認書か資格情報のお知らせを見ながら、もう一度入力するようご案内ください。";
export const strange = "続くときは、端末とブラウザーの種類をうかがってください。";
