/* 利用規約への同意: a new version is agreed to again before anything else. */

/** What was answered on the page of the new terms. */
export type Answer = "agree" | "disagree";

export type Judged =
  /** Agreed to what the page showed, which is what is in force. */
  | "agreed"
  | "declined"
  /** Other terms are in force than the page showed: nobody agrees to what they have not seen. */
  | "others-by-now"
  /** Neither button. */
  | "unclear";

type Asked = {
  readonly answer: string;
  /** Version that the page showed. */
  readonly shown: string;
  /** Version in force. */
  readonly current: string;
};

/** What a press of one of the two buttons comes to. */
export const judgeAnswer = ({ answer, shown, current }: Asked): Judged => {
  if (answer === "disagree") return "declined";
  if (answer !== "agree") return "unclear";
  return shown === current ? "agreed" : "others-by-now";
};
