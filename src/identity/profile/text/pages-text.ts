import type { Wording } from "../../../flow/index.ts";
import type { Language } from "../../../society/types.ts";
import { nameTaken } from "../../methods/index.ts";

const ja = {
  renameTitle: "名前を変える",
  renameLead: "どの機器か、ご自分で分かる名前にしてください。例:わたしのスマートフォン",
  name: "名前",
  save: "変更する",
  cancel: "やめる",
  removeTitle: "削除の確認",
  removeLead: (which: string) => `「${which}」を削除しますか。`,
  removeMeans:
    "削除すると、この方法ではログインできなくなります。もう一度使うには、登録し直します。",
  removeNext: (title: string) => `次のログインからは、「${title}」をお聞きします。`,
  removeAll:
    "最後の1つなので、削除すると、次からはパスワードだけでログインします。リカバリーコードも使えなくなります。",
  remove: "削除する",
  lastTitle: "いまは削除できません",
  last: "この組合では、パスワードのほかに、もう1つの認証方法が必要です。これは最後の1つなので、先に、ほかの方法を登録してください。",
  addTitle: "認証方法の追加",
  addLead:
    "パスワードのほかに、ご本人を確かめる方法を登録します。2つ以上登録しておくと、1つが使えなくなっても安心です。",
  addTime: "2、3分で終わります。お使いのスマートフォンを、手元にご用意ください。",
  start: "登録を始める",
  methodTitle: "認証方法の変更",
  activateLead: (title: string) =>
    `ログインのときに、はじめに「${title}」をお聞きするように変えますか。`,
  enrolLead: (title: string) =>
    `「${title}」は、まだ登録されていません。登録すると、ログインのときに、はじめにお聞きするようになります。`,
  offLead: "二段階認証を使わない設定にしますか。次の登録が、すべて削除されます。",
  offMeans:
    "次からは、パスワードだけでログインします。パスワードを知られると、ほかの人がログインできてしまいます。",
  change: "変更する",
  turnOff: "使わない",
  codesTitle: "リカバリーコードを新しく作る",
  codesLead: (left: number) =>
    `新しく作ると、いまのリカバリーコード(残り${left}個)は使えなくなります。紙に控えたものは、捨ててください。`,
  codesFirst:
    "スマートフォンをなくしたときなどに、いつもの認証方法の代わりに使えるコードを、10個作ります。紙に控えて、大切に保管してください。",
  makeCodes: "新しく作る",
  overtakenTitle: "別の画面で、登録を始めています",
  overtakenLead:
    "あとから、別の画面(タブ)で登録を始められました。いま送られた内容は、登録されていません。",
  overtakenApp:
    "前の画面の内容をアプリに読み取った方は、アプリからその登録を削除して、新しい画面のものを読み取ってください。",
  toNewest: "新しい画面へ進む",
};

const en: typeof ja = {
  renameTitle: "Change the name",
  renameLead: "Choose a name by which you know the device. Example: my phone",
  name: "Name",
  save: "Change",
  cancel: "Cancel",
  removeTitle: "Delete it?",
  removeLead: (which) => `Delete “${which}”?`,
  removeMeans: "You cannot sign in with it any more. To use it again, you set it up anew.",
  removeNext: (title) => `From your next sign-in you are asked for: ${title}.`,
  removeAll:
    "It is the last one: from then on you sign in with your password alone, and the recovery codes work no more.",
  remove: "Delete",
  lastTitle: "It cannot be deleted now",
  last: "Your society asks for a second step beside the password. This is the last one: please add another one first.",
  addTitle: "Add a way to confirm",
  addLead:
    "Beside your password, another way confirms that it is you. With two or more you are safe when one stops working.",
  addTime: "It takes two or three minutes. Please have your phone at hand.",
  start: "Begin",
  methodTitle: "Change the second step",
  activateLead: (title) => `Be asked for this first when you sign in: ${title}?`,
  enrolLead: (title) =>
    `This is not set up yet: ${title}. Once it is, you are asked for it first when you sign in.`,
  offLead: "Use no second step? All of these are deleted.",
  offMeans:
    "From then on you sign in with your password alone. Whoever knows your password can sign in as you.",
  change: "Change",
  turnOff: "Do not use one",
  codesTitle: "Make new recovery codes",
  codesLead: (left) =>
    `The recovery codes that you have (${left} left) will work no more. Please throw away what you wrote down.`,
  codesFirst:
    "Ten codes are made that stand in when you have lost your phone, for example. Write them down and keep them safe.",
  makeCodes: "Make new ones",
  overtakenTitle: "You began once more in another window",
  overtakenLead:
    "Afterwards you began once more in another window or tab. What you sent just now was not saved.",
  overtakenApp:
    "If an app has scanned what the earlier page showed, delete that from the app and scan what the new page shows.",
  toNewest: "Go to the new page",
};

export const pageWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

/** What may be wrong with a new name. */
export const nameMessages = (lang: Language): Wording["messages"] => ({
  "factor-name-taken": (_, { name }) => nameTaken(lang, name),
});
