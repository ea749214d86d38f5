import type { View } from "../../../ui/index.ts";
import type { Framed } from "../../factor-steps/index.ts";
import type { State } from "../adding/types.ts";
import { ProfileSheet } from "./frame.tsx";

/** Around the pages of a method while one is added. */
export const addingFrame = (view: View, { shown, title, head, children }: Framed<State>) => (
  <ProfileSheet view={view} title={title} errors={shown.errors} head={head}>
    {children}
  </ProfileSheet>
);
