// What every page gets. Everything works without it.
import { leadToFields } from "./error-summary.ts";
import { printPages } from "./print-page.ts";
import { showPasswords } from "./show-password.ts";
import { submitOnce } from "./submit-once.ts";
import { switchTextSize } from "./text-size.ts";
import { waitForTurn } from "./wait-for-turn.ts";

switchTextSize();
showPasswords();
printPages();
submitOnce();
leadToFields();
waitForTurn();
