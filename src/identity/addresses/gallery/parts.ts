import { messagesOf } from "../../../flow/index.ts";
import { refuse } from "../../../kernel/result.ts";
import type { Language } from "../../../society/types.ts";
import { path } from "../changing/flow.ts";
import { stepsWording } from "../text/steps-text.ts";

export const routes = [`GET ${path}/:step`];
export const mailDomain = "mail.example.jp";

export type Refused = { readonly code: string; readonly facts?: Record<string, string | number> };

export const errorsIn = (lang: Language, field: string, refused: Refused | undefined) =>
  messagesOf(
    lang,
    stepsWording(lang),
    refused ? { [field]: refuse(refused.code, refused.facts ?? {}) } : {},
  );
