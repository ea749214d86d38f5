import type { Language } from "../../society/types.ts";

const ja = {
  title: "ログイン",
  greeting: "医療費や健診の記録を見る、手続きをする。",
  greetingSub: "加入者とご家族のためのページです。",
  userId: "ユーザID",
  userIdHint: "はじめての方は、ご案内の紙に書かれた仮のユーザIDを入力してください。",
  password: "パスワード",
  passwordHint: "はじめての方は、ご案内の紙に書かれた仮パスワードを入力してください。",
  button: "ログイン",
  forgotId: { classic: "IDを忘れた方はこちら", new: "ユーザIDを忘れた方はこちら" },
  forgotPassword: "パスワードを忘れた方はこちら",
  failed: "無効なユーザIDまたはパスワードです。",
  failedWhat: [
    "ユーザIDとパスワードを、もう一度お確かめください。大文字と小文字は区別されます。",
    "何度も間違えると、しばらくログインできなくなります。時間をおくか、下のリンクから手続きをしてください。",
  ],
  passkeyButton: "パスキーでログイン",
  passkeyHint:
    "指紋・顔・画面ロックの番号で、パスワードなしでログインします。登録した方が使えます。",
  passkeyAgain: "もう一度お試しになるか、上のユーザIDとパスワードでログインしてください。",
  passkeyFailed: "パスキーでログインできませんでした。",
  passkeyFailedWhat: [
    "もう一度「パスキーでログイン」を押してください。ユーザIDとパスワードでもログインできます。",
    "続けて失敗するときは、ここに登録したパスキーか、パスワードマネージャー(パスキーをしまうアプリ)がオンになっているかをお確かめください。",
  ],
  passkeyHelp: "パスキーの使い方を見る",
  inquiry: "お問い合わせのときは、この番号をお伝えください。",
  inquiryNumber: "お問い合わせ番号",
  firstTitle: "はじめての方",
  firstText:
    "組合からお送りした、仮のユーザIDと仮パスワードのご案内をご用意ください。ログインすると登録が始まります。5分ほどで終わります。",
  firstLink: "登録の流れを見る",
  resumeTitle: "登録の途中です",
  resumeText: "この機器で始めた登録が、まだ終わっていません。",
  resumeLink: "登録を続ける",
  ended: "ログアウトしました",
  endedByLimit:
    "時間がたったか、ほかの機器で終了したため、ログアウトしました。もう一度ログインしてください。",
  inputKept:
    "入力した内容は、しばらくの間お預かりしています(パスワードなどを除きます)。ログインすると、続きから入力できます。",
  endedByMember: "ご利用ありがとうございました。",
  letterUsedTitle: "この仮パスワードは、使い終わっています",
  letterUsed:
    "登録はもう済んでいます。登録のときに決めたユーザIDとパスワードでログインしてください。",
  letterExpiredTitle: "この仮パスワードは、期限が過ぎています",
  letterExpired: "新しいご案内をお送りします。組合へご連絡ください。",
  letterReplacedTitle: "新しいご案内が届いていませんか",
  letterReplaced:
    "このご案内のあとに、新しいご案内をお送りしています。新しいほうの仮のユーザIDと仮パスワードを入力してください。",
  mailedUsedTitle: "この仮パスワードは、使い終わっています",
  mailedUsed:
    "仮パスワードは、1回だけ使えます。始めた機器でお手続きを続けるか、もう一度、再発行のお手続きをしてください。",
  mailedExpiredTitle: "この仮パスワードは、期限が過ぎています",
  mailedExpired: "お手数ですが、もう一度、再発行のお手続きをしてください。",
  toSignIn: "ログイン画面へ",
  tooManyTitle: "しばらくお待ちください",
  tooMany:
    "この回線からの入力の間違いが続いたため、いまは受け付けていません。10分ほどたってから、もう一度お試しください。",
};

const en: typeof ja = {
  title: "Sign in",
  greeting: "See your medical costs and checkups, do your paperwork.",
  greetingSub: "For members and their families.",
  userId: "User ID",
  userIdHint: "First time here? Type the provisional user ID printed on your letter.",
  password: "Password",
  passwordHint: "First time here? Type the provisional password printed on your letter.",
  button: "Sign in",
  forgotId: { classic: "Forgot your ID?", new: "Forgot your user ID?" },
  forgotPassword: "Forgot your password?",
  failed: "The user ID or the password is not valid.",
  failedWhat: [
    "Please check the user ID and the password. Capital and small letters differ.",
    "After several wrong tries you cannot sign in for a while. Wait, or use the links below.",
  ],
  passkeyButton: "Sign in with a passkey",
  passkeyHint:
    "With your fingerprint, face or screen lock instead of a password, if you have set that up.",
  passkeyAgain: "Please try once more, or sign in with your user ID and password above.",
  passkeyFailed: "You could not be signed in with a passkey.",
  passkeyFailedWhat: [
    "Press “Sign in with a passkey” once more. Your user ID and password work too.",
    "If it fails again, check that it is the passkey that you set up here, and that your password manager (the app that keeps passkeys) is switched on.",
  ],
  passkeyHelp: "See how passkeys are used",
  inquiry: "If you contact us, please tell us this number.",
  inquiryNumber: "Inquiry number",
  firstTitle: "First time here",
  firstText:
    "Have the letter with your provisional user ID and password at hand. Sign in with them and your registration begins. It takes about five minutes.",
  firstLink: "See how registration works",
  resumeTitle: "Your registration is not finished",
  resumeText: "A registration that you began on this device is still open.",
  resumeLink: "Go on with the registration",
  ended: "You are signed out",
  endedByLimit: "Some time had passed, or you signed out on another device. Please sign in again.",
  inputKept:
    "What you typed is kept for a short while (except passwords and the like). Sign in and go on from there.",
  endedByMember: "Thank you. See you again.",
  letterUsedTitle: "This provisional password has been used",
  letterUsed:
    "Your registration is done. Sign in with the user ID and password that you chose then.",
  letterExpiredTitle: "This provisional password has expired",
  letterExpired: "We will send you a new letter. Please contact your society.",
  letterReplacedTitle: "Have you received a newer letter?",
  letterReplaced:
    "After this letter a newer one was sent to you. Type the provisional user ID and password of the newer one.",
  mailedUsedTitle: "This provisional password has been used",
  mailedUsed:
    "It works once. Go on at the device where you began, or ask for another provisional password.",
  mailedExpiredTitle: "This provisional password has expired",
  mailedExpired: "Please ask for another one.",
  toSignIn: "To the sign-in page",
  tooManyTitle: "Please wait a little",
  tooMany:
    "There were many wrong tries from your network, so we accept none for now. Please try again in about ten minutes.",
};

export const signInWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
