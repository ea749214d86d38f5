import type { Language } from "../../../society/types.ts";

/** Where a registration cannot go on. */
const ja = {
  endedTitles: {
    declined: "登録を終わりました",
    "too-many-tries": "はじめからやり直してください",
    expired: "登録の期限が過ぎました",
    "registered-elsewhere": "登録はもう済んでいます",
    "letter-replaced": "このご案内は使えなくなりました",
    "account-locked": "登録を終えられません",
    "factor-locked": "いまは登録を進められません",
    "cover-ended": "登録できません",
  } as Record<string, string>,
  endedTexts: {
    declined:
      "利用規約に同意されなかったため、登録は行われていません。入力した内容は残っていません。お気持ちが変わったときは、同じご案内でもう一度始められます。",
    "too-many-tries":
      "間違いが続いたため、この登録を終わりました。仮のユーザIDと仮パスワードは、まだ使えます。ご案内と、資格確認書などをお手元に用意して、はじめからやり直してください。",
    expired:
      "始めてから時間がたったため、この登録を終わりました。ご案内の仮のユーザIDと仮パスワードで、もう一度始めてください。",
    "registered-elsewhere":
      "別の機器か、別の画面で登録が済みました。そのとき決めたユーザIDとパスワードでログインしてください。お心当たりがないときは、すぐに組合へご連絡ください。",
    "letter-replaced":
      "新しいご案内をお送りしたか、期限が過ぎたため、このご案内は使えません。新しいご案内の仮のユーザIDと仮パスワードで始めてください。",
    "factor-locked":
      "認証の間違いが続いたため、しばらく手続きができません(アカウントロック)。時間をおいてから、同じご案内でもう一度始めてください。お急ぎの方、これまでの認証方法が使えない方は、組合へご連絡ください。",
    "account-locked":
      "組合が、このアカウントの利用を止めています。組合へご連絡ください。利用できるようになったら、同じご案内でもう一度始められます。",
    "cover-ended":
      "加入の資格がなくなったため、登録できません。ご不明なときは、組合へご連絡ください。",
  } as Record<string, string>,
  toSignIn: "ログイン画面へ",
  absentTitle: "登録はまだ始まっていません",
  absentText:
    "登録は、ご案内に書かれた仮のユーザIDと仮パスワードでログインすると始まります。途中でやめた登録は、始めたときと同じ機器・同じブラウザで続けられます。",
};

const en: typeof ja = {
  endedTitles: {
    declined: "The registration has ended",
    "too-many-tries": "Please begin again",
    expired: "The registration has expired",
    "registered-elsewhere": "You are registered already",
    "letter-replaced": "This letter no longer works",
    "account-locked": "The registration cannot be completed",
    "factor-locked": "The registration cannot go on now",
    "cover-ended": "You cannot register",
  },
  endedTexts: {
    declined:
      "You did not agree to the terms of use, so nothing was registered and nothing you typed is kept. If you change your mind, you can begin again with the same letter.",
    "too-many-tries":
      "There were several wrong entries, so this registration has ended. Your provisional user ID and password still work. Have your letter and your eligibility certificate at hand and begin again.",
    expired:
      "Too much time has passed since you began. Please begin again with the provisional user ID and password of your letter.",
    "registered-elsewhere":
      "The registration was completed on another device or page. Sign in with the user ID and password chosen there. If that was not you, contact your society at once.",
    "letter-replaced":
      "A newer letter was sent to you, or this one has expired. Begin with the provisional user ID and password of the newer one.",
    "factor-locked":
      "The second step was wrong several times, so this is paused for a while. Please wait, then begin again with the same letter. If it is urgent, or if you cannot use that way any more, contact your society.",
    "account-locked":
      "Your society has stopped the use of this account. Please contact them. Once it is open again, you can begin again with the same letter.",
    "cover-ended":
      "Your cover has ended, so you cannot register. If in doubt, contact your society.",
  },
  toSignIn: "To the sign-in page",
  absentTitle: "No registration has begun",
  absentText:
    "A registration begins when you sign in with the provisional user ID and password of your letter. One that you left can be resumed on the same device, in the same browser.",
};

export const endedWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
