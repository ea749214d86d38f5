import { statusOf, type Trouble } from "../platform/http/trouble.ts";
import { ErrorPage, type View } from "../ui/index.ts";

type Words = { readonly title: string; readonly what: string; readonly mend: string };

const own: Partial<Record<Trouble, Readonly<Record<View["lang"], Words>>>> = {
  "cookies-off": {
    ja: {
      title: "Cookie(クッキー)を使えるようにしてください",
      what: "ブラウザの設定でCookieが止められているか、画面を開いてから時間がたったため、受け付けられませんでした。あなたの登録内容は変わっていません。",
      mend: "ブラウザの設定でCookieを「許可」にして、もう一度開いてください。分からないときは、下の連絡先へお電話ください。",
    },
    en: {
      title: "Please allow cookies",
      what: "Your browser does not keep cookies, or this page has been open for a long time, so we could not accept it. Nothing in your account has changed.",
      mend: "Allow cookies in the browser's settings and open the page again. If in doubt, call the contact below.",
    },
  },
  busy: {
    ja: {
      title: "ただいま混み合っています",
      what: "多くの方が同時に利用しているため、いまは受け付けられませんでした。あなたの登録内容は変わっていません。",
      mend: "30秒ほどおいて、もう一度お試しください。",
    },
    en: {
      title: "We are busy just now",
      what: "Many people are using the service at the same time, so we could not accept this. Nothing in your account has changed.",
      mend: "Please try again in about half a minute.",
    },
  },
};

/** Where the standard words of the status say too little. */
export const ownWords = (trouble: Trouble, lang: View["lang"]): Words | undefined =>
  own[trouble]?.[lang];

/** A page for what no feature foresaw: what happened, that nothing changed, what to do. */
export const troublePage = (view: View, trouble: Trouble) => (
  <ErrorPage view={view} code={statusOf[trouble]} {...ownWords(trouble, view.lang)} />
);
