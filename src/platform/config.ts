import { availableParallelism } from "node:os";
import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ipaddr from "ipaddr.js";
import { StartRefusal } from "./start-refusal.ts";

/** What the operator decides, read once. No other file reads the environment. */
export type Config = {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly opsHost: string;
  readonly opsPort: number;
  /** Public address of the shared entrance, without a slash at the end. */
  readonly baseUrl: string;
  /** Samples, the mailbox and the gallery may be shown (to loopback peers). */
  readonly development: boolean;
  readonly samples: boolean;
  /** Absolute. */
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly databaseAppUrl: string | null;
  /** Connections that this process may open to the database. */
  readonly pool: number;
  /** How long the server still takes requests after it was asked to stop. */
  readonly drainSeconds: number;
  readonly mailDomain: string;
  readonly smtpUrl: string | null;
  /** What signs the mails; the file is read at the start. */
  readonly dkim: { readonly selector: string; readonly keyFile: string } | null;
  /** Base64 of at least 32 bytes; null: made once and kept in the data folder. */
  readonly secret: string | null;
  readonly previousSecret: string | null;
  readonly trustedProxies: readonly string[];
  readonly logLevel: string;
  readonly cores: number;
  /** Started by npm: when npm is gone, so are we. */
  readonly isUnderNpm: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

const wrong = (name: string, line: string) => new StartRefusal("config", `${name}: ${line}`);

const portOf = (environment: Environment, name: string, otherwise: number) => {
  const given = environment[name];
  if (!given) return otherwise;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65535)
    throw wrong(name, `must be a port number from 0 to 65535, not "${given}"`);
  return port;
};

type Range = { readonly least: number; readonly most: number; readonly otherwise: number };

const numberOf = (environment: Environment, name: string, range: Range) => {
  const given = environment[name];
  if (!given) return range.otherwise;
  const number = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (!(number >= range.least && number <= range.most))
    throw wrong(name, `must be a number from ${range.least} to ${range.most}, not "${given}"`);
  return number;
};

const switchOf = (environment: Environment, name: string, otherwise: boolean) => {
  const given = environment[name];
  if (given === undefined || given === "") return otherwise;
  if (given !== "0" && given !== "1") throw wrong(name, `must be 0 or 1, not "${given}"`);
  return given === "1";
};

const urlOf = (environment: Environment, name: string, schemes: readonly string[]) => {
  const given = environment[name];
  if (!given) return null;
  const scheme = URL.canParse(given) ? new URL(given).protocol : "";
  // The value is not repeated: it may hold a password.
  if (!schemes.includes(scheme))
    throw wrong(
      name,
      `must be a URL that starts with ${schemes.map((s) => `${s}//`).join(" or ")}`,
    );
  return given;
};

const hostName =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;

const mailDomainIn = (environment: Environment, otherwise: string) => {
  const given = environment.KENPO_MAIL_DOMAIN;
  if (!given) return otherwise;
  if (!hostName.test(given))
    throw wrong("KENPO_MAIL_DOMAIN", "must be a host name such as kenpo.example.jp");
  return given.toLowerCase();
};

const secretOf = (environment: Environment, name: string) => {
  const given = environment[name];
  if (!given) return null;
  const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(given);
  if (!isBase64 || Buffer.from(given, "base64").length < 32)
    throw wrong(name, "must be base64 of at least 32 random bytes (openssl rand -base64 32)");
  return given;
};

const dkimOf = (environment: Environment): Config["dkim"] => {
  const selector = environment.KENPO_DKIM_SELECTOR || null;
  const keyFile = environment.KENPO_DKIM_KEY_FILE || null;
  if (!selector && !keyFile) return null;
  if (!keyFile) throw wrong("KENPO_DKIM_KEY_FILE", "is required with KENPO_DKIM_SELECTOR");
  if (!selector) throw wrong("KENPO_DKIM_SELECTOR", "is required with KENPO_DKIM_KEY_FILE");
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(selector))
    throw wrong("KENPO_DKIM_SELECTOR", "must be a name of the DNS, such as kenpo2026");
  return { selector, keyFile: isAbsolute(keyFile) ? keyFile : resolve(root, keyFile) };
};

const proxiesOf = (environment: Environment) => {
  const given = (environment.TRUSTED_PROXIES ?? "").split(",").map((part) => part.trim());
  const proxies = given.filter((part) => part !== "");
  for (const proxy of proxies)
    if (!ipaddr.isValidCIDR(proxy) && !ipaddr.isValid(proxy))
      throw wrong("TRUSTED_PROXIES", `"${proxy}" is no address and no CIDR such as 10.0.0.0/8`);
  return proxies;
};

const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const root = fileURLToPath(new URL("../..", import.meta.url));
const isLocal = (host: string) => host === "localhost" || host.endsWith(".localhost");

/**
 * @param part `worker` has another port for the operator by default: it stands beside a server
 * @throws StartRefusal with one line that names the variable
 */
export const readConfig = (environment: Environment, part = "start"): Config => {
  const production = environment.NODE_ENV === "production";
  const port = portOf(environment, "PORT", 3000);
  const baseUrl = (
    urlOf(environment, "KENPO_BASE_URL", ["http:", "https:"]) ?? `http://localhost:${port}`
  ).replace(/\/$/, "");
  const base = new URL(baseUrl);
  if (base.pathname !== "/" || base.search || base.hash)
    throw wrong("KENPO_BASE_URL", "must be only scheme, host and port");
  const smtpUrl = urlOf(environment, "SMTP_URL", ["smtp:", "smtps:"]);
  const secret = secretOf(environment, "KENPO_SECRET");
  if (production && !secret) throw wrong("KENPO_SECRET", "is required when NODE_ENV=production");
  if (base.protocol === "https:" && !smtpUrl)
    throw wrong("SMTP_URL", "is required when KENPO_BASE_URL is https: mails would reach nobody");
  const logLevel = environment.LOG_LEVEL ?? "info";
  if (!levels.includes(logLevel)) throw wrong("LOG_LEVEL", `must be one of ${levels.join(", ")}`);
  const folder = environment.KENPO_DATA || "data";
  return {
    production,
    host: environment.HOST || "127.0.0.1",
    port,
    opsHost: environment.OPS_HOST || "127.0.0.1",
    opsPort: portOf(environment, "OPS_PORT", part === "worker" ? 3002 : 3001),
    baseUrl,
    development: !production && isLocal(base.hostname),
    samples: switchOf(environment, "KENPO_SAMPLES", !production) && isLocal(base.hostname),
    dataFolder: isAbsolute(folder) ? folder : resolve(root, folder),
    databaseUrl: urlOf(environment, "DATABASE_URL", ["postgres:", "postgresql:"]),
    databaseAppUrl: urlOf(environment, "DATABASE_APP_URL", ["postgres:", "postgresql:"]),
    pool: numberOf(environment, "KENPO_POOL", { least: 2, most: 1000, otherwise: 10 }),
    drainSeconds: numberOf(environment, "KENPO_DRAIN", {
      ...{ least: 0, most: 300 },
      otherwise: production ? 5 : 0,
    }),
    mailDomain: mailDomainIn(environment, base.hostname),
    smtpUrl,
    dkim: dkimOf(environment),
    secret,
    previousSecret: secretOf(environment, "KENPO_SECRET_PREVIOUS"),
    trustedProxies: proxiesOf(environment),
    logLevel,
    cores: availableParallelism(),
    isUnderNpm: environment.npm_lifecycle_event !== undefined,
  };
};

/** The process's own environment. */
export const environment = (): Environment => process.env;
