import type { Command } from "../command.ts";

/** Opening an installation migrates it; this does only that, for who wants it as a step of its own. */
export const migrate: Command = {
  name: "migrate",
  usage: "",
  summary: "Brings the database's schema up to date and exits.",
  options: {},
  run: async ({ open, out }) => {
    await open();
    out.say("データベースは最新です。");
    out.json({ ok: true });
    return 0;
  },
};
