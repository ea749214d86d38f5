import type { Field, Scene } from "../../../../flow/index.ts";
import { newPasswordField, type Typing } from "../../../passwords/index.ts";
import { foldPrinted } from "../../../provisional/index.ts";
import type { FirstSignInServices, State } from "../../types.ts";

/** A new password beside what it must differ from: IDs, own data, the printed one. */
export const newPassword = (
  { secrets }: FirstSignInServices,
  { policy, society, flow }: Scene<State>,
  own: { readonly userId: string; readonly email: string },
): Field<Typing> => {
  const { issuedId, printedMac } = flow.state;
  return newPasswordField({
    policy: policy.password,
    society,
    ids: [own.userId, issuedId],
    email: own.email,
    isProvisional: (chosen) => secrets.isMac("printed", foldPrinted(chosen), printedMac),
  });
};
