import { devMailboxRoutes } from "../mail/dev-mailbox/index.ts";
import type { Web, WebContext } from "../platform/http/types.ts";
import { GalleryPage } from "../ui/gallery/gallery.tsx";

type Development = {
  readonly dataFolder: string;
  /** A loopback peer that came through no proxy. */
  readonly isNear: (c: WebContext) => boolean;
};

/** `/gallery`, `/dev/mail`: only on localhost, and gone as if it never was for everybody else. */
export const developmentRoutes =
  ({ dataFolder, isNear }: Development) =>
  (web: Web): void => {
    devMailboxRoutes({ folder: `${dataFolder}/mail`, isNear })(web);
    web.get("/gallery", async (c, next) => {
      if (!isNear(c)) return next();
      return c.html(<GalleryPage view={c.get("request").view()} part={c.req.query("part")} />);
    });
  };
