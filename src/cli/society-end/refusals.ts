/** After the code of a society: why it is neither closed nor opened again. */
export const refusals: Readonly<Record<string, string>> = {
  "closed-already": "はもう閉じています。",
  "not-closed": "は閉じていません。",
  erasing: "の消去が始まっているため、元に戻せません。",
};
