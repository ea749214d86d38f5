import type { View } from "../../ui/view.ts";
import { writeCookie } from "./cookies.ts";
import { ownPath } from "./own-path.ts";
import type { Web, WebContext } from "./types.ts";

const year = 365 * 24 * 3600;

type Look = Pick<View, "lang" | "size">;

/** How this browser shows its pages from now on. */
export const rememberLook = (c: WebContext, { lang, size }: Look): void =>
  writeCookie(
    c,
    { name: "look", value: `${lang}.${size}`, seconds: year },
    c.get("request").browser.secure,
  );

/**
 * Language and text size: of this browser, kept in one cookie, good before and after a sign-in. Then
 * back to where the switch was pressed.
 */
export const preferenceRoutes = (web: Web): void => {
  web.get("/preferences/language/:lang", (c) => {
    const lang = c.req.param("lang") === "en" ? "en" : "ja";
    rememberLook(c, { lang, size: c.get("request").size });
    return c.redirect(ownPath(c.req.query("return")), 303);
  });
  web.post("/preferences/size", (c) => {
    const { form, lang } = c.get("request");
    rememberLook(c, { lang, size: form.size === "large" ? "large" : "standard" });
    return c.redirect(ownPath(form.return), 303);
  });
};
