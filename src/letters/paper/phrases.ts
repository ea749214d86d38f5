const words = new Intl.Segmenter("ja", { granularity: "word" });

const particle = /^[\p{Script=Hiragana}ー]+$/u;
const polite = /^[おご]$/;
const ends = /^[、。，．・」』】）)!?！？]+$/;
const opens = /^[「『【（(]+$/;
const pause = /[、。！？!?]$/;
const hiragana = /\p{Script=Hiragana}/u;

type Phrase = { readonly text: string; readonly last: string };

const isJoined = ({ last }: Phrase, word: string, next: string): boolean => {
  if (ends.test(word)) return true;
  if (opens.test(last) || polite.test(last) || opens.test(word)) return !opens.test(word);
  if (pause.test(last)) return false;
  // 保険|者|番号 and 仮|ユーザ|ID are one word to people
  if (!hiragana.test(last) && !hiragana.test(word)) return true;
  return particle.test(word) && !(polite.test(word) && !particle.test(next));
};

/**
 * Phrases (文節) of our own sentences, between which a line breaks best: a word with the particles
 * after it. For words of ours only; names and addresses break anywhere.
 */
export const phrasesOf = (text: string): readonly string[] => {
  const all = Array.from(words.segment(text), ({ segment }) => segment);
  const phrases: Phrase[] = [];
  for (const [i, word] of all.entries()) {
    const before = phrases.at(-1);
    if (before && isJoined(before, word, all[i + 1] ?? ""))
      phrases[phrases.length - 1] = { text: before.text + word, last: word };
    else phrases.push({ text: word, last: word });
  }
  return phrases.map(({ text: phrase }) => phrase);
};
