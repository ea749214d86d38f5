import type { WebContext } from "../../../platform/http/types.ts";
import { hasFactor, isFew, type Methods } from "../../methods/index.ts";
import { passwordEndsAt } from "../../password-expiry/index.ts";
import { type Notice, takeNotice } from "../notice.ts";
import type { ProfileServices } from "../types.ts";
import { ProfilePage, type ProfileProps } from "../views/profile-page.tsx";
import { type Visit, visitOf } from "../visit.ts";
import { offered, pulldown } from "./choices.ts";
import { type Profile, readProfile } from "./read.ts";
import { dayOf, shownFactors, shownNote } from "./shown.ts";

type Showing = { readonly profile: Profile; readonly notice: Notice | null };

/** What the page shows of somebody, and of what they have just done. */
export const profileProps = (
  methods: Methods,
  visit: Visit,
  { profile: { self, known, codesLeft: left }, notice }: Showing,
): ProfileProps => {
  const { lang, view } = visit.request;
  const isDone = notice !== null && !("typed" in notice) && !("errors" in notice);
  const hasAddress = self.email !== null;
  const { policy } = visit.society;
  const endsAt = passwordEndsAt(self.passwordChangedAt, policy.password);
  return {
    ...self,
    ...pulldown(methods, visit, { known, lang }),
    view: view(),
    note: isDone ? shownNote({ methods, lang, hasAddress }, notice) : null,
    isConfirmed: self.confirmedAt !== null,
    hasFailed: self.failedAt !== null,
    notices: policy.updateMails.mode === "by-preference" ? self.wantsUpdateMails : null,
    passwordChangedOn: dayOf(lang, self.passwordChangedAt),
    passwordEnds: endsAt && dayOf(lang, endsAt),
    language: visit.session.language,
    textSize: visit.session.textSize ?? visit.request.size,
    factors: shownFactors({ methods, policy, lang, known }),
    canAdd: offered(methods, visit, known).length > 0,
    codes: hasFactor(known.factors) ? { left, isFew: left !== null && isFew(left) } : null,
  };
};

/** `/profile` */
export const profilePage = async (c: WebContext, services: ProfileServices) => {
  const visit = visitOf(c, services);
  const profile = await readProfile(services, visit);
  const notice = takeNotice(c, services.secrets);
  return c.html(<ProfilePage {...profileProps(services.methods, visit, { profile, notice })} />);
};
