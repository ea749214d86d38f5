import type { Web, WebContext } from "../../platform/http/types.ts";
import { ListPage, MailPage } from "./pages.tsx";
import { listKept, readKept } from "./read.ts";

type Mailbox = {
  /** `$KENPO_DATA/mail` */
  readonly folder: string;
  /** A loopback peer that came through no proxy. */
  readonly isNear: (c: WebContext) => boolean;
};

// Mails bring their own inline style and nothing else. No `sandbox`: together with our opener
// policy browsers refuse the page, and without scripts and forms it would add nothing.
const ofMail =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** `/dev/mail`: only on localhost, and gone as if it never was for everybody else. */
export const devMailboxRoutes =
  ({ folder, isNear }: Mailbox) =>
  (web: Web): void => {
    web.get("/dev/mail", async (c, next) => {
      if (!isNear(c)) return next();
      const view = c.get("request").view();
      return c.html(<ListPage view={view} mails={await listKept(folder)} />);
    });
    web.get("/dev/mail/:id", async (c, next) => {
      const mail = isNear(c) && (await readKept(folder, c.req.param("id")));
      return mail ? c.html(<MailPage view={c.get("request").view()} mail={mail} />) : next();
    });
    web.get("/dev/mail/:id/html", async (c, next) => {
      const mail = isNear(c) && (await readKept(folder, c.req.param("id")));
      return mail ? c.html(mail.html, 200, { "Content-Security-Policy": ofMail }) : next();
    });
  };
