import type { WebContext } from "../../../platform/http/types.ts";
import { hasFactor } from "../../methods/index.ts";
import { takeNotice } from "../notice.ts";
import { isFew } from "../removal.ts";
import type { ProfileServices } from "../types.ts";
import { ProfilePage } from "../views/profile-page.tsx";
import { visitOf } from "../visit.ts";
import { offered, pulldown } from "./choices.ts";
import { readProfile } from "./read.ts";
import { dayOf, shownFactors, shownNote } from "./shown.ts";

/** `/profile` */
export const profilePage = async (c: WebContext, services: ProfileServices) => {
  const { methods, secrets } = services;
  const visit = visitOf(c, services);
  const { self, known, codesLeft: left } = await readProfile(services, visit);
  const { lang, view } = visit.request;
  const notice = takeNotice(c, secrets);
  const isDone = notice !== null && notice.what !== "refused";
  const hasAddress = self.email !== null;
  const { policy } = visit.society;
  return c.html(
    <ProfilePage
      {...self}
      {...pulldown(methods, visit, { known, lang })}
      view={view()}
      note={isDone ? shownNote({ methods, lang, hasAddress }, notice) : null}
      isConfirmed={self.confirmedAt !== null}
      passwordChangedOn={dayOf(lang, self.passwordChangedAt)}
      factors={shownFactors({ methods, policy, lang, known })}
      canAdd={offered(methods, visit, known).length > 0}
      codes={hasFactor(known.factors) ? { left, isFew: left !== null && isFew(left) } : null}
    />,
  );
};
