import { refuse } from "../../kernel/result.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { takeBack } from "./change.ts";
import { refuseMaintenance } from "./refusals.ts";
import { windowJson, windowLine } from "./told.ts";
import { concernedBy } from "./whose.ts";

const run = async ({ out, open, values, positionals }: Call): Promise<ExitCode> => {
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) return refuseMaintenance(out, refuse("id-missing"));
  const installation = await open();
  const { registry, clock } = installation;
  const now = clock.now();
  const window = registry.windows().find((one) => one.id === id);
  if (!window) return refuseMaintenance(out, refuse("no-such-window", { id }));
  if (window.to <= now) return refuseMaintenance(out, refuse("over", { id }));
  const dryRun = values["dry-run"] === true;
  const societies = concernedBy(registry, window);
  if (!dryRun) {
    if (!(await takeBack(installation, { window, societies, now })))
      return refuseMaintenance(out, refuse("no-such-window", { id }));
    await registry.refresh();
  }
  out.say(windowLine(registry, window));
  out.say(
    dryRun
      ? "取り消します(まだ何も変わっていません)。"
      : "取り消しました。動いているサーバーには数秒で伝わります。",
  );
  out.json({ ok: true, dryRun, ...windowJson(registry, window) });
  return 0;
};

export const cancelCommand: Command = {
  name: "maintenance cancel",
  usage: "ID [--dry-run]",
  summary: "Takes back maintenance that was planned by hand; one that runs ends at once.",
  options: { "dry-run": { type: "boolean" } },
  run,
};
