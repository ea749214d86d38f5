import { devMailboxRoutes } from "../mail/dev-mailbox/index.ts";
import type { Web, WebContext } from "../platform/http/types.ts";

type Development = {
  readonly dataFolder: string;
  readonly baseUrl: string;
  /** A loopback peer that came through no proxy. */
  readonly isNear: (c: WebContext) => boolean;
};

const gallery = ["/gallery", "/gallery/:feature", "/gallery/:feature/:sample/:part?"];

/** `/gallery`, `/dev/mail`: only on localhost, and gone as if it never was for everybody else. */
export const developmentRoutes =
  ({ dataFolder, baseUrl, isNear }: Development) =>
  (web: Web): void => {
    devMailboxRoutes({ folder: `${dataFolder}/mail`, isNear })(web);
    for (const path of gallery)
      web.get(path, async (c, next) => {
        if (!isNear(c)) return next();
        // Read only when it is looked at: a server at work never holds the samples.
        const { showGallery } = await import("./gallery/show.tsx");
        return (await showGallery(c, baseUrl)) ?? next();
      });
  };
