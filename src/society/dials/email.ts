import { z } from "zod";
import { dial, group } from "./dial.ts";

export const email = group({
  atRegistration: dial(
    z.enum(["optional", "required", "required-verified"]).default("required-verified"),
    {
      ja: "登録時のメールアドレス(任意、必須、必須で確認まで)",
      en: "E-mail at registration: optional, required, or required and verified before going on",
    },
  ),
  fromFile: dial(z.enum(["not-shown", "shown-to-confirm"]).default("shown-to-confirm"), {
    ja: "組合に届出済みのアドレスを画面に出して確認するか",
    en: "Whether the address of the members file is shown to be confirmed or changed",
  }),
  advice: dial(z.enum(["none", "company-address"]).default("none"), {
    ja: "どのアドレスを登録するかの案内(なし、会社のアドレス)",
    en: "Advice on the address: none, or the company's (a personal one for those who are away)",
  }),
});
