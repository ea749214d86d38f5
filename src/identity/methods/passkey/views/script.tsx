import { scriptHref } from "../../../../ui/index.ts";

/** Only pages that ask a passkey load it. */
export const PasskeyScript = () => <script src={scriptHref("passkey")} defer></script>;
