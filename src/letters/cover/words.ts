import type { say } from "../parts/index.ts";

/** What the HR department reads: the sheet lies on letters that are handed out at work. */
export const words = {
  to: "人事・総務ご担当者　様",
  noWorkplace: "事業所の登録がない方",
  lead: "この束のご案内を、ご本人にお渡しくださいますようお願いいたします。",
  workplaceCode: "事業所コード",
  count: "通数",
  letters: "通",
  references: "整理番号",
  issuedOn: "発行日",
  returned: ["お戻しになる分の整理番号", "理由(退職、休職、異動など)"],
} as const;

export const titleOf = (letter: string) => `「${letter}」配布のお願い`;

const closed = "仮パスワードが書かれています。開けずに、ご本人へ直接お渡しください。";
const open =
  "裏の面に仮パスワードがあります。ほかの方の目にふれないように、ご本人へ直接お渡しください。";

/** @param isOpen a plain postcard, which shows its secrets */
export const requests = (isOpen: boolean): readonly say.Advice[] => [
  { title: isOpen ? "ご本人へ直接" : "開けずに、ご本人へ", text: isOpen ? open : closed },
  {
    title: "渡せない方の分は、組合へ",
    text: "退職、休職などで渡せない方の分は、組合へお戻しください。捨てたり、ほかの方に預けたりしないでください。",
  },
  {
    title: "足りないとき、なくしたときは、お電話を",
    text: "整理番号をお知らせください。なくなった分は、すぐに使えなくします。",
  },
];
