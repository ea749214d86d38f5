import { type Fetchable, fetchLetters, findKept } from "../../identity/provisional/index.ts";
import { momentIn } from "../../kernel/moments.ts";
import type { Refusal } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Society } from "../../society/index.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../command.ts";
import { runOrigin } from "../origin.ts";
import { noSuchSociety, refuseFile, refuseWith, type Texts } from "../output/problems.ts";
import {
  editionOf,
  fileOptions,
  intoFiles,
  judgeFor,
  type Places,
  pathOf,
  placesOf,
  sayFiles,
} from "./files.ts";
import { complainUnprintable, findingsJson, sayFindings } from "./findings.ts";
import { refusals } from "./refusals.ts";

type Order = {
  readonly society: Society;
  /** null: the last one */
  readonly batch: number | null;
  readonly places: Places;
};

const texts: Texts = {
  ...refusals,
  "letters-destroyed": ({ until, ...facts }) =>
    refusals["letters-destroyed"]({ ...facts, until: momentIn("ja", until as Instant) }),
};
const refuse = (out: Output, refusal: Refusal): ExitCode => refuseWith(out, texts, refusal);

const sayFetched = (out: Output, { society, places }: Order, found: Fetchable): ExitCode => {
  const { batch, count, fetchableUntil, findings } = found;
  out.say(
    `${society.name.ja}の第${batch.number}回の通知のうち、まだ使える${count}通を書きました。`,
  );
  sayFiles(out, places);
  sayFindings(out, findings);
  const told = { batch: batch.number, count, fetchableUntil, ...places };
  out.json({ ok: true, ...told, findings: findingsJson(findings) });
  return 0;
};

const fetchTo = async (
  installation: Installation,
  order: Order,
  out: Output,
): Promise<ExitCode> => {
  const { society, batch: number, places } = order;
  const { database, clock, secrets } = installation;
  const means = { database, clock, secrets, society: society.id };
  const found = await findKept(means, { number, judge: judgeFor(places) });
  if (!found.ok) return refuse(out, found);
  const fetchable = found.value;
  const { total } = fetchable.findings.unprintable;
  if (total > 0) {
    complainUnprintable(out, fetchable.findings);
    out.complain("PDFにはできません。--csv だけで取り出してください。");
    out.json({
      ok: false,
      code: "unprintable",
      total,
      findings: findingsJson(fetchable.findings),
    });
    return 1;
  }
  const edition = editionOf(installation, society, fetchable.batch.preparedAt);
  const fetched = await intoFiles({ places, edition }, (sink) =>
    fetchLetters(means, {
      fetchable,
      sink,
      actor: { kind: "operator" },
      origin: runOrigin(clock.now()),
      progress: (done, all) => out.progress("通知の取り出し", done, all),
    }),
  );
  return fetched.ok ? sayFetched(out, order, fetchable) : refuse(out, fetched);
};

const batchOf = (text: string | boolean | undefined): number | null | undefined => {
  if (text === undefined) return null;
  return typeof text === "string" && /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : undefined;
};

const run = async (call: Call): Promise<ExitCode> => {
  const { values, positionals, out, open } = call;
  const batch = batchOf(values.batch);
  if (positionals.length > 0 || typeof values.society !== "string" || batch === undefined) return 2;
  const places = placesOf(call);
  if (!places) return 2;
  const installation = await open();
  const society = installation.registry.byCode(values.society);
  if (!society) return noSuchSociety(out, values.society);
  try {
    return await fetchTo(installation, { society, batch, places }, out);
  } catch (error) {
    return refuseFile(out, error, { path: pathOf(error, places), end: "通知は書いていません。" });
  }
};

export const fetchCredentialsCommand: Command = {
  name: "credentials fetch",
  usage: "--society CODE [--batch N] [--pdf OUT.pdf] [--csv OUT.csv]",
  summary:
    "Writes the letters of a batch once more, those that still work, while they are kept (72 hours).",
  options: { society: { type: "string" }, batch: { type: "string" }, ...fileOptions },
  run,
};
