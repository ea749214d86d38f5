import { Steps, type View } from "../../../ui/index.ts";
import { firstSignInWords } from "../text.ts";

/** 手順 n / 4, from 0. */
export const Progress = ({ view, current }: { readonly view: View; readonly current: number }) => (
  <Steps view={view} names={firstSignInWords(view.lang).steps} current={current} />
);
