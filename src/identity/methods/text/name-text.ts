import type { Language } from "../../../society/types.ts";

const taken: Readonly<Record<Language, (name: string) => string>> = {
  ja: (name) =>
    `「${name}」は、もう使われています。見分けられるように、別の名前を入力してください。`,
  en: (name) => `“${name}” is there already. Type another name, so that you can tell them apart.`,
};

/** To who typed one that is taken. */
export const nameTaken = (lang: Language, name: string | number = ""): string =>
  taken[lang](String(name));
