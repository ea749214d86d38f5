/** Why a society is neither closed nor opened again. */
export const refusals: Readonly<Record<string, (code: string) => string>> = {
  "closed-already": (code) => `${code} はもう閉じています。`,
  "not-closed": (code) => `${code} は閉じていません。`,
  erasing: (code) => `${code} の消去が始まっているため、元に戻せません。`,
};

const anew = "society export で書き出し直してください。";
const nothing = "何も変わっていません。";

/** Why nothing is written. */
export const exportRefusals = {
  "export-too-late": (code: string) =>
    `${code} の消去が始まっています。書き出せるものは、もう揃っていません。`,
  "folder-not-empty": (folder: string) =>
    `${folder} は空ではありません。新しいフォルダーを指定してください。`,
};

/** Why a society is not erased. */
export const erasureRefusals = {
  "confirm-other": (code: string) =>
    `--confirm には、消す組合のコード(${code})を入れてください。${nothing}`,
  "no-manifest": (folder: string) =>
    `${folder} に manifest.json がありません。書き出しが最後まで終わっていません。${anew}${nothing}`,
  "not-a-manifest": (folder: string) =>
    `${folder} の manifest.json を読めません。${anew}${nothing}`,
  "file-missing": (file: string) => `書き出しの ${file} がありません。${anew}${nothing}`,
  "file-altered": (file: string) =>
    `書き出しの ${file} が、書き出したときと違います。${anew}${nothing}`,
  "export-of-other": (code: string) => `これは別の組合(${code})の書き出しです。${nothing}`,
  "export-old": (days: string) => `${days}日より前の書き出しです。${anew}${nothing}`,
  "export-outdated": (count: string) =>
    `書き出しのあとに監査記録が変わっています(${count}件増)。society close で閉じてから、${anew}${nothing}`,
};
