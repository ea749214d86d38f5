import { leavesOf } from "../identity/sessions/index.ts";
import type { RequestContext } from "../platform/http/types.ts";
import type { Language, Society } from "../society/index.ts";
import { brandStylesheet, type Frame, type View } from "../ui/index.ts";

const contactOf = (society: Society, lang: Language): Frame["contact"] => ({
  tel: society.contact.tel,
  hours: society.contact.hours[lang],
  email: society.contact.email,
  formUrl: society.contact.formUrl,
});

type Shown = Pick<RequestContext, "entrance" | "session" | "lang" | "now">;

const frameOf = (shown: Shown, society: Society | null): Frame => {
  const { entrance, session, lang } = shown;
  const name = society?.name[lang] ?? entrance.name[lang];
  const isTheirs = session !== null && session.societyId === society?.id;
  return {
    name,
    mark: (society ?? entrance).brand.mark,
    brandHref: brandStylesheet((society ?? entrance).brand.colour),
    contact: society ? contactOf(society, lang) : null,
    member: isTheirs ? { name: session.memberName, leaves: leavesOf(session, shown) } : null,
  };
};

/** What every page needs of its request: whose it is, in which language and size. */
export const viewOf = (
  request: Omit<RequestContext, "view">,
  formToken: string,
  society: Society | null,
): View => ({
  lang: request.lang,
  size: request.size,
  path: request.path,
  formToken,
  requestId: request.id,
  frame: frameOf(request, society),
});
