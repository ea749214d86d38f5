/** Why a society is neither closed nor opened again. */
export const refusals: Readonly<Record<string, (code: string) => string>> = {
  "closed-already": (code) => `${code} はもう閉じています。`,
  "not-closed": (code) => `${code} は閉じていません。`,
  erasing: (code) => `${code} の消去が始まっているため、元に戻せません。`,
};
