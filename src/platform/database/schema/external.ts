import { randomBytes } from "node:crypto";
import { keptText } from "../../crypto/secret-file.ts";
import { StartRefusal } from "../../start-refusal.ts";
import type { DatabaseConfig } from "../config.ts";

export type ExternalApp = {
  readonly appConfig: DatabaseConfig;
  readonly appRole: { readonly name: string; readonly password: string };
};

type Given = {
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly databaseAppUrl: string | null;
};

const urlOf = (name: string, text: string): URL => {
  try {
    const url = new URL(text);
    if (/^postgres(ql)?:$/.test(url.protocol)) return url;
  } catch {
    // The text may hold a password: it is not repeated.
  }
  throw new StartRefusal(
    "database-url",
    `${name} is not a PostgreSQL URL (postgres://user:password@host:port/database).`,
  );
};

/** Made once and kept in the data folder, readable by its owner alone. */
const keptPassword = (dataFolder: string): string =>
  keptText(dataFolder, "database-app-password", () => randomBytes(24).toString("hex"));

const ofAppUrl = (text: string): ExternalApp => {
  const url = urlOf("DATABASE_APP_URL", text);
  const name = url.searchParams.get("user") ?? decodeURIComponent(url.username);
  const password = url.searchParams.get("password") ?? decodeURIComponent(url.password);
  return { appConfig: { connectionString: text }, appRole: { name, password } };
};

/** As whom the app works on a server of the operator's: DATABASE_APP_URL, or a role made for it. */
export const externalAppOf = ({ dataFolder, databaseUrl, databaseAppUrl }: Given): ExternalApp => {
  if (databaseUrl !== null) urlOf("DATABASE_URL", databaseUrl);
  if (databaseAppUrl !== null) return ofAppUrl(databaseAppUrl);
  const url = urlOf("DATABASE_URL", databaseUrl ?? "");
  const database = decodeURIComponent(url.pathname.slice(1)) || url.username;
  const appRole = { name: `${database}_app`, password: keptPassword(dataFolder) };
  // As query parameters: a URL without a host (socket) cannot carry a user.
  url.searchParams.set("user", appRole.name);
  url.searchParams.set("password", appRole.password);
  return { appConfig: { connectionString: url.href }, appRole };
};
