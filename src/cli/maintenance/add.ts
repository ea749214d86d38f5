import { newId } from "../../kernel/ids.ts";
import { momentIn } from "../../kernel/moments.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { epochMsOf, type Instant } from "../../kernel/time.ts";
import { announcedFrom, objection, type PlannedWindow, type Wish } from "../../society/index.ts";
import type { Call, Command, ExitCode, Output } from "../command.ts";
import { planWindow } from "./change.ts";
import {
  type Reason,
  readAnnounceDays,
  readMoment,
  readReason,
  readWhom,
  type Whom,
} from "./order-rules.ts";
import { refuseMaintenance } from "./refusals.ts";
import { spanOf, windowJson } from "./told.ts";
import { type Concerned, concerned } from "./whose.ts";

type Order = { readonly whom: Whom; readonly wish: Wish; readonly reason: Reason };

const readOrder = ({ values }: Call): Result<Order> => {
  const whom = readWhom(values);
  if (!whom.ok) return whom;
  if (typeof values.from !== "string" || typeof values.to !== "string")
    return refuse("span-missing");
  const from = readMoment(values.from);
  if (!from.ok) return from;
  const to = readMoment(values.to);
  if (!to.ok) return to;
  const days = readAnnounceDays(values["announce-days"]);
  if (!days.ok) return days;
  const reason = readReason(values);
  if (!reason.ok) return reason;
  const wish = { from: from.value, to: to.value, announceDays: days.value };
  return ok({ whom: whom.value, wish, reason: reason.value });
};

const windowOf = ({ wish, reason }: Order, concern: Concerned, now: Instant): PlannedWindow => ({
  id: newId<"window">(epochMsOf(now)),
  societyId: concern.societyId,
  entranceId: concern.entranceId,
  from: wish.from,
  to: wish.to,
  announcedFrom: announcedFrom(wish),
  reason,
});

const sayPlanned = (out: Output, { societies }: Concerned, window: PlannedWindow) => {
  const names = societies.map(({ code, name }) => `${name.ja}(${code})`).join("、");
  out.say(`お休み: ${spanOf(window)}`);
  out.say(`  対象: ${names}`);
  out.say(`  予告: ${momentIn("ja", window.announcedFrom)}から、ログイン画面とホームに出ます。`);
  if (window.reason) out.say(`  理由: ${window.reason.ja} / ${window.reason.en}`);
};

const run = async (call: Call): Promise<ExitCode> => {
  const { out, open, values, positionals } = call;
  if (positionals.length > 0) return 2;
  const order = readOrder(call);
  if (!order.ok) return refuseMaintenance(out, order);
  const installation = await open();
  const { registry, clock } = installation;
  const now = clock.now();
  const against = objection(order.value.wish, now);
  if (against) return refuseMaintenance(out, refuse(against));
  const concern = concerned(registry, order.value.whom);
  if (!concern.ok) return refuseMaintenance(out, concern);
  const window = windowOf(order.value, concern.value, now);
  const dryRun = values["dry-run"] === true;
  sayPlanned(out, concern.value, window);
  if (!dryRun) {
    await planWindow(installation, { window, societies: concern.value.societies, now });
    await registry.refresh();
  }
  out.say(
    dryRun
      ? "まだ何も変わっていません。"
      : `予定に加えました。動いているサーバーには数秒で伝わります。取り消すには: maintenance cancel ${window.id}`,
  );
  out.json({ ok: true, dryRun, ...windowJson(registry, window) });
  return 0;
};

export const addCommand: Command = {
  name: "maintenance add",
  usage:
    '(--society CODE | --entrance HOST | --all) --from "2026-12-01 21:00" --to "2026-12-01 24:00" [--reason-ja TEXT --reason-en TEXT] [--announce-days N] [--dry-run]',
  summary:
    "Plans maintenance by hand, in Japan time: announced ahead on sign-in and home, then every page but help says until when.",
  options: {
    society: { type: "string" },
    entrance: { type: "string" },
    all: { type: "boolean" },
    from: { type: "string" },
    to: { type: "string" },
    "reason-ja": { type: "string" },
    "reason-en": { type: "string" },
    "announce-days": { type: "string" },
    "dry-run": { type: "boolean" },
  },
  run,
};
