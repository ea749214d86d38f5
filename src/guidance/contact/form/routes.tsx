import { type FieldRefusals, messagesOf } from "../../../flow/index.ts";
import { type Id, newId } from "../../../kernel/ids.ts";
import { type Refusal, refuse } from "../../../kernel/result.ts";
import { epochMsOf } from "../../../kernel/time.ts";
import type { RequestContext, Web, WebContext } from "../../../platform/http/types.ts";
import type { Society } from "../../../society/types.ts";
import { societiesOf } from "../../societies.ts";
import type { GuidanceServices } from "../../types.ts";
import { ContactPage } from "../page.tsx";
import { leaveDraft, leaveReceipt, receiptOf, takeDraft } from "./draft.ts";
import { contactForm } from "./fields.ts";
import { sendContact } from "./send.ts";
import { SentPage } from "./sent-page.tsx";
import { formWords } from "./text.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const newForm = ({ now }: RequestContext) => newId<"contact">(epochMsOf(now));

/** The society of the form, where it has an address for it. */
const addressee = (
  services: GuidanceServices,
  request: RequestContext,
  code: string | null,
): { readonly society: Society; readonly to: string } | null => {
  const society = societiesOf(services, request).find((one) => one.code === code);
  const to = society?.contact.email;
  return society && to ? { society, to } : null;
};

const show = (c: WebContext, services: GuidanceServices) => {
  const request = c.get("request");
  const draft = takeDraft(c, services.secrets);
  const words = formWords(request.lang);
  // While it rests nothing is received: only the other ways are shown.
  const isResting = services.maintenanceFor(request).kind === "running";
  const errors = messagesOf(request.lang, words, draft?.refusals ?? {});
  const form = { id: newForm(request), typed: draft?.typed ?? {}, errors };
  return c.html(
    <ContactPage
      view={request.view()}
      societies={societiesOf(services, request)}
      origin={request.entrance.origin}
      form={isResting ? null : form}
    />,
  );
};

const submit = async (c: WebContext, services: GuidanceServices) => {
  const request = c.get("request");
  const typed = request.form;
  const back = (refusals: FieldRefusals) => {
    leaveDraft(c, services.secrets, { typed, refusals });
    return c.redirect("/contact", 303);
  };
  const whole = (refusal: Refusal) => back({ "": refusal });
  const read = contactForm(typed);
  if (!read.ok) return back(read.errors);
  const { input: asked } = read;
  if (asked.society === null) return back({ society: refuse("choose") });
  const whom = addressee(services, request, asked.society);
  if (!whom) return whole(refuse("no-form"));
  const id = (uuid.test(typed.id ?? "") ? typed.id : newForm(request)) as Id<"contact">;
  const sent = await sendContact(services, { id, asked, ...whom, request });
  if (!sent.ok) return whole(sent);
  const receipt = { reference: sent.value, society: asked.society, address: asked.address };
  leaveReceipt(c, services.secrets, receipt);
  return c.redirect("/contact/sent", 303);
};

const showSent = (c: WebContext, services: GuidanceServices) => {
  const request = c.get("request");
  const receipt = receiptOf(c, services.secrets);
  const society = societiesOf(services, request).find(({ code }) => code === receipt?.society);
  if (!receipt || !society) return c.redirect("/contact", 303);
  const { reference, address } = receipt;
  const name = society.name[request.lang];
  return c.html(
    <SentPage view={request.view()} reference={reference} society={name} address={address} />,
  );
};

/** 「お問い合わせ」, with its form. */
export const contactRoutes =
  (services: GuidanceServices) =>
  (web: Web): void => {
    web.get("/contact", (c) => show(c, services));
    web.post("/contact", (c) => submit(c, services));
    web.get("/contact/sent", (c) => showSent(c, services));
  };
