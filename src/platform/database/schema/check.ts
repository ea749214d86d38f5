import { StartRefusal } from "../../start-refusal.ts";
import { connectOrRefuse, type DatabaseConfig } from "../config.ts";
import { codeOf } from "../failures.ts";
import { readMigrations, unapplied } from "./migrate.ts";

/**
 * For who must not migrate: several servers that start at once would bring a new schema in unasked.
 * Migrations of a newer version are none of our business: they keep the schema fit for ours.
 * @throws StartRefusal when one of ours is missing, or was changed
 */
export const checkSchema = async (config: DatabaseConfig, folder: string): Promise<void> => {
  const all = readMigrations(folder);
  const client = await connectOrRefuse(
    { config, applicationName: "kenpo check" },
    "DATABASE_URL or DATABASE_APP_URL",
  );
  try {
    const missing = await unapplied(client, all).catch((error: unknown) => {
      // undefined_table: nobody has ever migrated here
      if (codeOf(error) === "42P01") return all;
      throw error;
    });
    const [first] = missing;
    if (!first) return;
    const more = missing.length > 1 ? ` and ${missing.length - 1} more` : "";
    throw new StartRefusal(
      "schema",
      `The database's schema is older than this program (${first.name}${more} missing): run kenpo migrate, then start again.`,
    );
  } finally {
    await client.end();
  }
};
