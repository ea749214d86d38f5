// What every page gets. Everything works without it.
import { leadToFields } from "./error-summary.ts";
import { advisePasswords } from "./new-password.ts";
import { printPages } from "./print-page.ts";
import { showPasswords } from "./show-password.ts";
import { submitOnce } from "./submit-once.ts";
import { tellOfEnd } from "./tell-of-end.ts";
import { switchTextSize } from "./text-size.ts";
import { waitForTurn } from "./wait-for-turn.ts";

switchTextSize();
showPasswords();
advisePasswords();
printPages();
submitOnce();
leadToFields();
waitForTurn();
tellOfEnd();
