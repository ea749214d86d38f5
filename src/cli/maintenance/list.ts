import { type Instant, inTokyo, type YearMonth } from "../../kernel/time.ts";
import {
  maintenanceWindow,
  type Registry,
  type Society,
  type Window,
} from "../../society/index.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { spanOf, windowJson, windowLine } from "./told.ts";
import { concernedBy } from "./whose.ts";

type ByRule = Window & { readonly society: Society };

/** This month's and the next two of each society whose policy has a rule. */
const byRule = (registry: Registry, now: Instant): readonly ByRule[] => {
  const month = inTokyo(now).toPlainDate().toPlainYearMonth();
  return registry
    .all()
    .flatMap((society) => {
      const { maintenance } = society.policy;
      if (!maintenance) return [];
      return [0, 1, 2].map((months) => ({
        society,
        ...maintenanceWindow(maintenance, month.add({ months }).toString() as YearMonth),
      }));
    })
    .filter(({ to }) => now < to);
};

const run = async ({ out, open, values, positionals }: Call): Promise<ExitCode> => {
  if (positionals.length > 0) return 2;
  const { registry, clock } = await open();
  const now = clock.now();
  const isMeant = (society: Society) =>
    values.society === undefined || society.code === values.society;
  const windows = registry
    .windows()
    .filter(({ to }) => values.past === true || now < to)
    .filter((window) => concernedBy(registry, window).some(isMeant));
  const rule = byRule(registry, now).filter(({ society }) => isMeant(society));
  for (const window of windows) out.say(windowLine(registry, window));
  if (windows.length === 0) out.say("手で決めたお休みの予定はありません。");
  if (rule.length > 0) out.say("毎月の決まり(policy.maintenance):");
  for (const { society, ...window } of rule) out.say(`  ${society.code}\t${spanOf(window)}`);
  out.json({
    planned: windows.map((window) => windowJson(registry, window)),
    byRule: rule.map(({ society, from, to }) => ({ society: society.code, from, to })),
  });
  return 0;
};

export const listCommand: Command = {
  name: "maintenance list",
  usage: "[--society CODE] [--past]",
  summary:
    "Lists maintenance planned by hand, with the numbers that cancel it, and the next windows of the policies' rules.",
  options: { society: { type: "string" }, past: { type: "boolean" } },
  run,
};
