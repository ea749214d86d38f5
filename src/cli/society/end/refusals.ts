import { nothingChanged, type Texts } from "../../output/problems.ts";

/** Why a society is neither closed nor opened again. */
export const refusals: Texts = {
  "closed-already": ({ society }) => `${society} はもう閉じています。`,
  "not-closed": ({ society }) => `${society} は閉じていません。`,
  erasing: ({ society }) => `${society} の消去が始まっているため、元に戻せません。`,
};

const anew = "society export で書き出し直してください。";

/** Why nothing is written. */
export const exportRefusals: Texts = {
  "export-too-late": ({ society }) =>
    `${society} の消去が始まっています。書き出せるものは、もう揃っていません。`,
  "folder-not-empty": ({ folder }) =>
    `${folder} は空ではありません。新しいフォルダーを指定してください。`,
};

/** Why a society is not erased. */
export const erasureRefusals: Texts = {
  "no-owner": () =>
    `DATABASE_URL がありません。監査記録は表の持ち主だけが消せるので、DATABASE_APP_URL だけでは消去できません。DATABASE_URL も指定して、もう一度実行してください。${nothingChanged}`,
  "confirm-other": ({ society }) =>
    `--confirm には、消す組合のコード(${society})を入れてください。${nothingChanged}`,
  "no-manifest": ({ folder }) =>
    `${folder} に manifest.json がありません。書き出しが最後まで終わっていません。${anew}${nothingChanged}`,
  "not-a-manifest": ({ folder }) =>
    `${folder} の manifest.json を読めません。${anew}${nothingChanged}`,
  "file-missing": ({ file }) => `書き出しの ${file} がありません。${anew}${nothingChanged}`,
  "file-altered": ({ file }) =>
    `書き出しの ${file} が、書き出したときと違います。${anew}${nothingChanged}`,
  "export-of-other": ({ society }) => `これは別の組合(${society})の書き出しです。${nothingChanged}`,
  "export-old": ({ days }) => `${days}日より前の書き出しです。${anew}${nothingChanged}`,
  "export-outdated": ({ count }) =>
    `書き出しのあとに監査記録が変わっています(${count}件増)。society close で閉じてから、${anew}${nothingChanged}`,
};
