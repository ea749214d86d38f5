import type { Society } from "../../society/types.ts";

/** The portal's own, which everybody at it thinks of first. */
const common = ["kenpo", "kenko", "kempo", "password", "portal", "けんぽ", "健保", "健康保険"];

/** What a society is called: guessed first by who knows whose member somebody is. */
export const wordsOfSociety = ({ code, name }: Pick<Society, "code" | "name">): string[] => {
  const english = name.en.toLowerCase().split(/[^a-z]+/);
  const japanese = name.ja.match(/\p{Script=Han}+|[ぁ-ゖー]+|[ァ-ヺー]+/gu) ?? [];
  return [...common, code, ...english, ...japanese];
};
