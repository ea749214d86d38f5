import { AnnouncedMaintenance } from "../../guidance/index.ts";
import type { WebContext } from "../../platform/http/types.ts";
import type { Society } from "../../society/index.ts";
import { PasskeyScript } from "../methods/passkey/index.ts";
import { isKeeping } from "../sessions/index.ts";
import { passkeyAsk } from "./passkey/ask.ts";
import { takeRefused } from "./refused.ts";
import type { SignInServices } from "./services.ts";
import { type NoticeKind, NoticePage } from "./views/notice-page.tsx";
import { SignInPage, type SignInPageProps } from "./views/sign-in-page.tsx";

/** The sign-in page as this browser is to see it now. */
export const show = async (
  c: WebContext,
  services: SignInServices,
  own: Partial<SignInPageProps>,
) => {
  const request = c.get("request");
  const refused = takeRefused(c, services.secrets);
  const passkey = passkeyAsk(services, request);
  const state = services.maintenanceFor(request);
  const isNew = request.society?.policy.firstSignIn.style === "new";
  return c.html(
    <SignInPage
      view={request.view()}
      style={isNew ? "new" : "classic"}
      maintenance={<AnnouncedMaintenance view={request.view()} state={state} />}
      continuation={c.req.query("to") ?? refused?.continuation ?? ""}
      userId={refused?.userId}
      refusedUnder={refused?.reference ?? null}
      refusedWay={refused?.way}
      passkey={passkey}
      passkeyScript={passkey && <PasskeyScript />}
      isResumable={await services.isResumable(c)}
      isKeeping={isKeeping(c)}
      {...own}
    />,
  );
};

/** What a try may come to instead. */
export const notice = (c: WebContext, kind: NoticeKind, society?: Society) =>
  c.html(
    <NoticePage view={c.get("request").view(society)} kind={kind} />,
    kind === "too-many" ? 429 : 200,
  );
