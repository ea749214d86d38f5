import type { SocietyId } from "../../kernel/ids.ts";
import { TroubleError } from "../../platform/http/trouble.ts";
import type { SignInServices } from "./services.ts";

/** Told to who was known, and to nobody else. */
export const refuseEnded = async (
  { registry }: Pick<SignInServices, "registry">,
  societyId: SocietyId | null,
): Promise<void> => {
  if (!societyId || registry.society(societyId)) return;
  // It may also be one that this process does not know yet.
  await registry.refresh();
  if (!registry.society(societyId)) throw new TroubleError("ended");
};
