import type { InBoth } from "../../../../society/types.ts";
import type { MailSample } from "../../../../ui/gallery/types.ts";
import { completionMail } from "../../mail/completion.ts";
import { otherAddressMail } from "../../mail/other-address.ts";
import { address, addressOnFile, sceneIn } from "./scene.ts";

const title: InBoth = { ja: "手続き完了メール", en: "Mail: the registration is done" };

const completion = (
  name: string,
  given: { state: InBoth; initials: string; path: string | null; method?: InBoth },
) => ({
  name,
  title,
  state: given.state,
  mail: ((setting) => {
    const { request, society } = setting;
    return completionMail({
      to: address,
      language: request.lang,
      society,
      memberId: sceneIn(setting, {}).flow.memberId,
      initials: given.initials,
      href: given.path && `${request.entrance.origin}${given.path}`,
      method: given.method?.[request.lang] ?? null,
    });
  }) satisfies MailSample["mail"],
});

const path = "/confirm-address/W1v2cW9ya3NPbmx5SW5UaGVHYWxsZXJ5LW5vLXRva2Vu";

/** What the first sign-in sends when it is done. */
export const mailSamples: readonly MailSample[] = [
  completion("mail-completed", {
    state: { ja: "確認のボタンつき", en: "With a button to confirm" },
    initials: "H.S.",
    path,
  }),
  completion("mail-completed-confirmed", {
    state: { ja: "確認済みのアドレス", en: "To a confirmed address" },
    initials: "H.S.",
    path: null,
  }),
  completion("mail-completed-with-method", {
    state: { ja: "認証方法を登録した", en: "A second step was set up" },
    initials: "H.S.",
    path: null,
    method: { ja: "生体認証(iPhone)", en: "Passkey (iPhone)" },
  }),
  completion("mail-completed-without-initials", {
    state: { ja: "頭文字なし", en: "Without initials" },
    initials: "",
    path,
  }),
  ...["H.S.", ""].map(
    (initials): MailSample => ({
      name: initials === "" ? "mail-other-address-without-initials" : "mail-other-address",
      title: {
        ja: "別のアドレスの登録を知らせるメール",
        en: "Mail: another address was registered",
      },
      state:
        initials === ""
          ? {
              ja: "頭文字なし(日英とも同じ文面)",
              en: "Without initials (one text in both languages)",
            }
          : {
              ja: "届け出のアドレスへ(日英とも同じ文面)",
              en: "To the address on file (one text in both languages)",
            },
      mail: (setting) =>
        otherAddressMail({
          to: addressOnFile,
          society: setting.society,
          memberId: sceneIn(setting, {}).flow.memberId,
          initials,
        }),
    }),
  ),
  {
    name: "mail-no-address",
    title: { ja: "アドレスの登録がないことを知らせるメール", en: "Mail: no address is registered" },
    state: {
      ja: "これまでのアドレスへ(日英とも同じ文面)",
      en: "To the former address (one text in both languages)",
    },
    mail: (setting) =>
      otherAddressMail({
        to: address,
        society: setting.society,
        memberId: sceneIn(setting, {}).flow.memberId,
        initials: "H.S.",
        isNone: true,
      }),
  },
];
