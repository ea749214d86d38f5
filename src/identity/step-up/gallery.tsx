import { messagesOf } from "../../flow/index.ts";
import { refuse } from "../../kernel/result.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import type { InBoth, Language } from "../../society/types.ts";
import { errorsState, states } from "../../ui/gallery/states.ts";
import type { FeatureGallery, PageSample } from "../../ui/gallery/types.ts";
import { insteadOfWaiting } from "../factor-steps/index.ts";
import { openMethods } from "../methods/index.ts";
import { ends, path } from "./flow.ts";
import { endedWords } from "./text/ended-text.ts";
import { stepUpMessages, stepUpWords } from "./text/step-up-text.ts";
import { titlesOf } from "./text/titles-text.ts";
import { EndedPage } from "./views/ended-page.tsx";
import { PasswordPage } from "./views/password-page.tsx";

const secrets = openSecrets(Buffer.alloc(32, 4));
const methods = openMethods({ secrets, mailDomainOf: () => "mail.example.jp" });

const wordingOf = (lang: Language) => ({
  labels: { password: stepUpWords(lang).password },
  messages: stepUpMessages(lang),
});

type Own = { readonly code?: string; readonly hasPasskey?: boolean };

const password = (name: string, state: InBoth, { code, hasPasskey }: Own = {}): PageSample => ({
  name: `password-${name}`,
  title: { ja: titlesOf("ja").password ?? "", en: titlesOf("en").password ?? "" },
  state,
  routes: [`GET ${path}/:step`],
  isMember: true,
  page: ({ request }) => {
    const { lang } = request;
    const refusals = code ? { password: refuse(code) } : {};
    const errors = messagesOf(lang, wordingOf(lang), refusals);
    const title = methods.named("passkey").title(lang);
    return (
      <PasswordPage
        view={request.view()}
        shown={{ action: `${path}/password`, turn: "1", errors }}
        userId="hanako822"
        others={hasPasskey ? [{ value: "passkey", title }] : []}
      />
    );
  },
});

const outcomes = [...new Set([...Object.values(ends).flat(), "expired", "absent"])];

const ended = (outcome: string): PageSample => {
  const titleIn = (lang: Language) => {
    const words = endedWords(lang);
    return (words.outcomes[outcome] ?? words.expired)[0];
  };
  return {
    name: `ended-${outcome}`,
    title: { ja: "確認の終わり", en: "Where confirming ends" },
    state: { ja: `${titleIn("ja")} (${outcome})`, en: `${titleIn("en")} (${outcome})` },
    routes: [`GET ${path}`, `GET ${path}/completed`, `GET ${path}/ended`],
    isMember: true,
    page: ({ request, society: { policy } }) => {
      const instead = insteadOfWaiting(request.lang, policy);
      return <EndedPage view={request.view()} outcome={outcome} instead={instead} />;
    },
  };
};

export const gallery: readonly FeatureGallery[] = [
  {
    name: "step-up",
    title: { ja: "もう一度の本人確認", en: "Confirming once more" },
    samples: [
      password("empty", states.empty),
      password("wrong", errorsState(1), { code: "step-up-password-wrong" }),
      password("nothing", errorsState(2), { code: "empty" }),
      password(
        "with-passkey",
        { ja: "生体認証もある", en: "A passkey is enrolled as well" },
        { hasPasskey: true },
      ),
      ...outcomes.map(ended),
    ],
    pageless: {
      [`POST ${path}/:step`]: "leads to where the flow stands",
      [`GET ${path}/standing`]: "tells a waiting page where the flow stands",
      [`GET ${path}/recovery-codes.txt`]: "the codes as a file",
    },
  },
];
