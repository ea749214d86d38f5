import type { MiddlewareHandler } from "hono";
import { messagesOf } from "../../../flow/index.ts";
import type { Web, WebContext, WebEnvironment } from "../../../platform/http/types.ts";
import { wayBack } from "../../gates/index.ts";
import { hasExpired } from "../../password-expiry/index.ts";
import { toSignIn } from "../../sign-in/index.ts";
import { askAgain } from "../../step-up/index.ts";
import { leaveNotice, takeNotice } from "../notice.ts";
import { selfOf } from "../store.ts";
import type { ProfileServices } from "../types.ts";
import { visitOf } from "../visit.ts";
import { isSecondPress } from "./echo.ts";
import { submitPassword } from "./submit.ts";
import { passwordWording } from "./text.ts";
import { ExpiredPage, PasswordPage, RenewedPage } from "./views.tsx";

const own = "/profile/password";
const expired = "/password-expired";

const expiredPath = (c: WebContext, more: Readonly<Record<string, string>> = {}) =>
  `${expired}?${new URLSearchParams({ ...more, return: wayBack(c) })}`;

/** Who is not signed in signs in first, unless it is the second press of a change just made. */
const signedIn =
  (
    services: ProfileServices,
    landing: (c: WebContext) => string,
  ): MiddlewareHandler<WebEnvironment> =>
  async (c, next) => {
    const request = c.get("request");
    if (request.session) return next();
    const isPost = c.req.method === "POST";
    if (isPost && (await isSecondPress(c, services))) return c.redirect(landing(c), 303);
    return toSignIn(c, services.secrets, isPost ? own : request.path);
  };

/** What the form shows: the refusals of the last submit of this browser, never what was typed. */
const formProps = async (c: WebContext, services: ProfileServices) => {
  const { society, session, request } = visitOf(c, services);
  const { userId } = await services.database.inSociety(society.id, (tx) =>
    selfOf(tx, session.accountId),
  );
  const notice = takeNotice(c, services.secrets);
  const refused = notice?.what === "password-refused" ? notice : null;
  const mayStay = society.policy.session.onPasswordChange === "offer";
  return {
    view: request.view(),
    userId,
    rules: society.policy.password,
    errors: messagesOf(request.lang, passwordWording(request.lang), refused?.errors ?? {}),
    signsOutEverywhere: mayStay ? (refused?.signsOutEverywhere ?? true) : null,
  };
};

const isExpired = (c: WebContext, services: ProfileServices): boolean => {
  const { session, society, now } = visitOf(c, services);
  const { passwordChangedAt: changedAt } = session;
  return hasExpired({ changedAt, policy: society.policy.password, now });
};

/** `/password-expired?return=` */
const expiredPage = async (c: WebContext, services: ProfileServices) => {
  const { view } = c.get("request");
  if (isExpired(c, services))
    return c.html(<ExpiredPage {...(await formProps(c, services))} wayBack={wayBack(c)} />);
  if (c.req.query("renewed") === undefined) return c.redirect(wayBack(c), 303);
  takeNotice(c, services.secrets);
  return c.html(<RenewedPage view={view()} wayBack={wayBack(c)} />);
};

type Landing = {
  readonly done: (c: WebContext) => string;
  readonly again: (c: WebContext) => string;
};

const submit = async (c: WebContext, services: ProfileServices, { done, again }: Landing) => {
  const { secrets } = services;
  const submitted = await submitPassword(c, services);
  if (submitted.ok) {
    const what = submitted.endsOthers ? "password-everywhere" : "password";
    leaveNotice(c, secrets, { what });
    return c.redirect(done(c), 303);
  }
  const signsOutEverywhere = (c.get("request").form.signsOutEverywhere ?? "") !== "";
  const { errors } = submitted;
  leaveNotice(c, secrets, { what: "password-refused", errors, signsOutEverywhere });
  return c.redirect(again(c), 303);
};

/** 「パスワードの変更」, and the same before everything else once its time is over. */
export const passwordRoutes =
  (services: ProfileServices) =>
  (web: Web): void => {
    const renewed = (c: WebContext) => expiredPath(c, { renewed: "" });
    web.use(
      own,
      signedIn(services, () => "/profile"),
      askAgain(services),
    );
    web.get(own, async (c) => c.html(<PasswordPage {...(await formProps(c, services))} />));
    web.post(own, (c) => submit(c, services, { done: () => "/profile", again: () => own }));
    web.use(expired, signedIn(services, renewed));
    // Who comes with nothing to do here is not asked who they are for it.
    web.use(expired, (c, next) =>
      isExpired(c, services)
        ? askAgain(services, { back: (asked) => expiredPath(asked) })(c, next)
        : next(),
    );
    web.get(expired, (c) => expiredPage(c, services));
    web.post(expired, (c) =>
      isExpired(c, services)
        ? submit(c, services, { done: renewed, again: (to) => expiredPath(to) })
        : c.redirect(wayBack(c), 303),
    );
  };
