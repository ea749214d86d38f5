import { z } from "zod";
import { dial, group, someOf } from "./dial.ts";
import { serviceNames, updateMailServices } from "./services.ts";

export const updateMails = group({
  mode: dial(z.enum(["off", "by-preference", "always"]).default("by-preference"), {
    ja: "情報更新のメール(送らない、希望者へ、全員へ)",
    en: "Mails on updates of records: off, to those who want them, always",
  }),
  kinds: dial(someOf(serviceNames).default([...updateMailServices]), {
    ja: "更新をメールで知らせるサービス(表示しているものだけ)",
    en: "Services whose updates are mailed; those that the society does not show are left out",
  }),
});
