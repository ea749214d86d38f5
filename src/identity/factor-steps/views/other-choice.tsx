import { BackLink, type View } from "../../../ui/index.ts";
import { factorWords } from "../text/factor-text.ts";

/** 「ほかの方法を選ぶ」: back to the choice. */
export const OtherChoice = ({ view, href }: { readonly view: View; readonly href: string }) => (
  <p class="gap">
    <BackLink href={href}>{factorWords(view.lang).otherChoice}</BackLink>
  </p>
);
