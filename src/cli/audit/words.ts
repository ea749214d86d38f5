import type { ChainReport, Problem } from "../../audit/index.ts";

export const words: Readonly<Record<Problem["what"], string>> = {
  "fact-altered": "書き換えられています",
  "fact-missing": "なくなっています",
  "fact-added": "後から加えられています",
  "fact-moved": "順番が変えられています",
  "seal-missing": "封がなくなっています",
  "seal-altered": "封が書き換えられています",
  "mac-wrong": "封の署名が正しくありません",
  "key-unknown":
    "この封から先の署名を確かめられる鍵がありません(KENPO_SECRET_PREVIOUS に前の値を入れてください)",
  "head-missing": "控えにある封がありません。ここから後が切り取られています",
  "head-other": "控えと違う封に替わっています",
  "pruning-wrong":
    "この封までの記録は保存期間を過ぎて消えたことになっていますが、その署名が正しくありません",
};

/** 「hikari: 封12 記録0192…: 書き換えられています [fact-altered]」 */
export const problemLine = (code: string, problem: Problem): string => {
  const place = "fact" in problem ? `封${problem.seal} 記録${problem.fact}` : `封${problem.seal}`;
  return `${code}: ${place}: ${words[problem.what]} [${problem.what}]`;
};

/** One line a society. */
export const reportLine = (code: string, report: ChainReport): string => {
  const { seals, facts, unsealed, pruned, head, vouched, problems } = report;
  const waiting = unsealed > 0 ? `、まだ封のない記録${unsealed}件` : "";
  const earlier = vouched > 0 ? `、うち${vouched}個は鍵が替わった後の封が保証` : "";
  const gone = pruned > 0 ? `、うち保存期間を過ぎて消えた記録${pruned}件` : "";
  const root = head ? `、最後の封 ${head.number} ${head.root}` : "";
  const state = problems.total === 0 ? "正しい" : `誤り${problems.total}件`;
  return `${code}: ${state}。封${seals}個、記録${facts}件${gone}${earlier}${waiting}${root}`;
};
