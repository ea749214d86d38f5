import { Dots, Section } from "../../../ui/index.ts";
import { mailedWords } from "../text/mailed-text.ts";
import { Resend } from "./resend.tsx";
import type { MissingProps } from "./types.ts";

/** 「メールが届かないとき」 */
export const Missing = ({ mailDomain, mark, more, ...mailed }: MissingProps) => {
  const words = mailedWords(mailed.view.lang);
  const [before, after] = words.missingJunk;
  const hints = [
    words.missingWait,
    <>
      {before}
      <span class="addr">{`no-reply@${mailDomain}`}</span>
      {after}
    </>,
    words.missingNewest(mark),
  ];
  return (
    <Section title={words.missingTitle} id="missing">
      <Dots items={more === undefined ? hints : [...hints, more]} />
      {mailed.waiting.code === "open" ? <Resend {...mailed} /> : null}
    </Section>
  );
};
