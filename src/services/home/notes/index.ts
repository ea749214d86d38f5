import type { JSX } from "hono/jsx/jsx-runtime";
import type { HomeProps } from "../types.ts";
import { AddressFailedNote } from "./address-failed.tsx";
import { AddressUnconfirmedNote } from "./address-unconfirmed.tsx";
import { CoverEndedNote } from "./cover-ended.tsx";
import { MaintenanceNote } from "./maintenance.tsx";
import { PasswordEndingNote } from "./password-ending.tsx";
import { RegisteredNote } from "./registered.tsx";

/** What a member is told above the tiles, the most pressing first. Each says nothing where it is not due. */
export const homeNotes: readonly ((props: HomeProps) => JSX.Element | null)[] = [
  RegisteredNote,
  CoverEndedNote,
  AddressFailedNote,
  AddressUnconfirmedNote,
  PasswordEndingNote,
  MaintenanceNote,
];
