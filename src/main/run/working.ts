import { startSealing } from "../../audit/index.ts";
import { tellOwners } from "../../identity/locks/index.ts";
import { warnOfExpiry } from "../../identity/password-expiry/index.ts";
import { sendRecoveries } from "../../identity/recovery/index.ts";
import { startMailWorker } from "../../mail/index.ts";
import type { Config } from "../../platform/config.ts";
import type { Level, Log } from "../../platform/log.ts";
import { every, when } from "../../platform/schedule.ts";
import { openDkim } from "../../platform/smtp/dkim.ts";
import { emlFolder } from "../../platform/smtp/eml-folder.ts";
import { smtpServer } from "../../platform/smtp/server.ts";
import { describeError } from "../describe-error.ts";
import { startSweeping } from "../retention/worker.ts";
import type { Member, Part } from "./running.ts";

/** @throws StartRefusal when the mails could not be signed */
const transportOf = (config: Config) => {
  const dkim = openDkim(config);
  const { smtpUrl, dataFolder } = config;
  return smtpUrl ? smtpServer(smtpUrl, dkim) : emlFolder(`${dataFolder}/mail`);
};

/** What keeps all mails waiting; the rest is told of each. */
const mailLevels: Readonly<Record<string, Level>> = { paused: "warn", "worker-failed": "warn" };

/** What one worker at a time does for all. */
export const tasks = ["seals", "notices", "warnings", "sweeps"] as const;

const sweepEverySeconds = 3_600;
const warnEverySeconds = 3_600;

const failedIn = (log: Log) => (what: string) => (error: unknown) =>
  log.event("error", what, describeError(error));

const startMailing = ({ config, installation, log, metrics, membership }: Member): Part =>
  startMailWorker({
    ...installation,
    transport: transportOf(config),
    domain: config.mailDomain,
    random: Math.random,
    holder: membership,
    schedule: every(1000),
    report: ({ outcome, ...rest }) => {
      metrics.mail(outcome);
      log.event(mailLevels[outcome] ?? "info", "mail", { outcome, ...rest });
    },
  });

const startSeals = ({ installation, log, membership: { holds } }: Member): Part =>
  startSealing({
    ...installation,
    schedule: when(() => holds("seals"), every(5000)),
    report: ({ outcome, ...rest }) =>
      log.event(outcome === "sealed" ? "info" : "error", `audit.${outcome}`, rest),
    failed: failedIn(log)("audit.sealing-failed"),
  });

/** Notices of locks, answers to who forgot, warnings of passwords that end: the words go as mails. */
const startTelling = ({ installation, log, membership }: Member) => {
  const { holds, isDue, done } = membership;
  const failed = failedIn(log);
  const telling = (ms: number) => when(() => holds("notices"), every(ms));
  const warning = when(() => isDue("warnings", warnEverySeconds), every(60_000));
  const told = [
    telling(2000)(() => tellOwners(installation).catch(failed("notices.failed"))),
    telling(1000)(() => sendRecoveries(installation).catch(failed("recoveries.failed"))),
    warning(() =>
      warnOfExpiry(installation, () => !holds("warnings"))
        .then(() => done("warnings"))
        .catch(failed("warnings.failed")),
    ),
  ];
  const stop = () => {
    for (const part of told) part.stop();
  };
  return { stop };
};

const startSweeps = ({ installation, log, metrics, membership }: Member): Part =>
  startSweeping({
    ...{ installation, log, metrics },
    schedule: when(() => membership.isDue("sweeps", sweepEverySeconds), every(60_000)),
    isOurs: () => membership.holds("sweeps"),
    done: () => membership.done("sweeps"),
  });

/** Mails, which all workers share, and what one of them does at a time. */
export const startWorking = (own: Member): Part => {
  const mails = startMailing(own);
  const seals = startSeals(own);
  const telling = startTelling(own);
  const sweeps = startSweeps(own);
  return {
    stop: async () => {
      telling.stop();
      await sweeps.stop();
      await seals.stop();
      await mails.stop();
    },
  };
};
