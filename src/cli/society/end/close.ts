import { refuse } from "../../../kernel/result.ts";
import { closeSociety, reopenSociety } from "../../../society/index.ts";
import type { Call, Command, ExitCode } from "../../command.ts";
import { runOrigin } from "../../origin.ts";
import { noSuchSociety, refuseWith } from "../../output/problems.ts";
import { refusals } from "./refusals.ts";
import { named } from "./whose.ts";

const oneCode = ({ positionals }: Call) => (positionals.length === 1 ? positionals[0] : undefined);

const reasonOf = ({ values }: Call) => String(values.reason ?? "").trim();

const close = async (call: Call): Promise<ExitCode> => {
  const { out, open } = call;
  const code = oneCode(call);
  const reason = reasonOf(call);
  if (code === undefined || reason === "") return 2;
  const { database, clock, registry } = await open();
  const found = named(registry, code);
  if (!found) return noSuchSociety(out, code);
  const now = clock.now();
  const done =
    found.kind === "open"
      ? await closeSociety(database, found.society, { reason, origin: runOrigin(now), now })
      : refuse("closed-already");
  if (!done.ok) return refuseWith(out, refusals, refuse(done.code, { society: code }));
  await registry.refresh();
  out.say(`${code} を閉じました。1秒ほどで、どなたもログインや登録ができなくなります。`);
  out.say("データはすべて残っています。society reopen で元に戻せます。");
  out.json({ ok: true, code, closedAt: now });
  return 0;
};

const reopen = async (call: Call): Promise<ExitCode> => {
  const { out, open } = call;
  const code = oneCode(call);
  if (code === undefined) return 2;
  const { database, clock, registry } = await open();
  const found = named(registry, code);
  if (!found) return noSuchSociety(out, code);
  const now = clock.now();
  const id = "society" in found ? found.society.id : found.ending.id;
  const done = await reopenSociety(database, { id }, { origin: runOrigin(now), now });
  if (!done.ok) return refuseWith(out, refusals, refuse(done.code, { society: code }));
  await registry.refresh();
  out.say(`${code} を再び開きました。`);
  out.json({ ok: true, code });
  return 0;
};

export const closing: readonly Command[] = [
  {
    name: "society close",
    usage: "CODE --reason TEXT",
    summary: "Ends a society's service: nobody can sign in any more. Nothing is deleted.",
    options: { reason: { type: "string" } },
    run: close,
  },
  {
    name: "society reopen",
    usage: "CODE",
    summary: "Takes a close back, until the erasure begins.",
    options: {},
    run: reopen,
  },
];
