import type { SocietyId } from "../../src/kernel/ids.ts";
import type { Mail } from "../../src/mail/types.ts";
import type { InBoth, Registry, Society } from "../../src/society/types.ts";

// What the tests of the outbox send, and for whom.

const id = (last: number) => `019a9e2e-2b00-7000-8000-00000000000${last}` as SocietyId;
export const sampleSocieties = [id(1), id(2)] as const;

const names = new Map<SocietyId, InBoth>([
  [id(1), { ja: "ひかり電機健康保険組合", en: "Hikari Electric Health Insurance Society" }],
  [id(2), { ja: "みなと通信健康保険組合", en: "Minato Communications Health Insurance Society" }],
]);

/** Knows two societies by name: all that the outbox asks. */
export const sampleRegistry: Pick<Registry, "society" | "refresh"> = {
  society: (society) => {
    const name = names.get(society);
    return name && ({ id: society, name } as Society);
  },
  refresh: async () => {},
};

export const sampleMail: Mail = {
  kind: "first-sign-in/completed",
  from: "webmaster",
  to: "hanako@example.jp",
  language: "ja",
  content: {
    subject: "登録が完了しました",
    text: "ご登録ありがとうございます。\n",
    html: "<p>ご登録ありがとうございます。</p>",
  },
};
