import { z } from "zod";
import { dial, group, someOf } from "./dial.ts";

export const secondFactor = group({
  demand: dial(z.enum(["optional", "required"]).default("required"), {
    ja: "二段階認証(任意、必須)",
    en: "Whether every member must have a second factor",
  }),
  requiredOf: dial(
    someOf(["insured-person", "dependent"]).min(1).default(["insured-person", "dependent"]),
    {
      ja: "二段階認証が必須のときの対象(被保険者、被扶養者)。ほかの方には任意でお勧めする",
      en: "Of whom a required second factor is asked; to the others it is offered",
    },
  ),
  methods: dial(someOf(["passkey", "totp", "mail-otp"]).min(1).default(["passkey", "totp"]), {
    ja: "使える認証方法(生体認証、OTPアプリ、OTPメール)",
    en: "Methods that may be enrolled: passkey, TOTP app, one-time code by mail",
  }),
  recommended: dial(z.enum(["passkey", "totp", "mail-otp"]).default("passkey"), {
    ja: "おすすめの認証方法",
    en: "The method that is shown first as recommended; one of `methods`",
  }),
});
