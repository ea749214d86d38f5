import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { accountCommands } from "../../src/cli/accounts/commands.ts";
import type { Installation } from "../../src/cli/command.ts";
import { credentialCommands } from "../../src/cli/credentials/commands.ts";
import { memberCommands } from "../../src/cli/members/members.ts";
import { csvLine } from "../../src/kernel/csv-line.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import { loadSamples, openRegistry } from "../../src/society/index.ts";
import { testClock } from "../clock.ts";
import { testDatabase } from "../database.ts";
import { shellFor } from "../shell.ts";

const header = [
  ...["記号", "番号", "枝番", "氏名", "氏名カナ", "生年月日", "続柄", "資格取得日"],
  ...["郵便番号", "住所", "事業所コード", "事業所名", "社員番号"],
];

export type Clerk = {
  readonly number: number;
  readonly name?: string;
  readonly postalCode?: string;
  readonly address?: string;
  readonly workplace?: readonly [code: string, name: string];
  readonly employee?: string;
};

const rowOf = ({ number, name = "鈴木　花子", ...own }: Clerk) => [
  ...["10", String(number), "00", name, "ｽｽﾞｷ ﾊﾅｺ", "1979-08-22", "本人", "2020-04-01"],
  ...[own.postalCode ?? "812-0011", own.address ?? "福岡県福岡市博多区見本町1-2"],
  ...[...(own.workplace ?? ["", ""]), own.employee ?? ""],
];

/** The five sample societies, and a clerk at the command line with a folder for files. */
export const openOffice = async () => {
  const clock = testClock();
  let secrets = openSecrets(Buffer.alloc(32, 7), []);
  const database = await testDatabase();
  const registry = await openRegistry({ database: database.app, baseUrl: "http://localhost:3000" });
  await loadSamples(database.app, { now: clock.now(), registry });
  const folder = await mkdtemp(join(tmpdir(), "kenpo-office-"));
  const path = (name: string) => join(folder, name);
  const connect = (config = database.appConfig) =>
    connectClient({ config, applicationName: "kenpo test" });
  const root = await connect(database.rootConfig);

  const shell = shellFor(
    [...memberCommands, ...credentialCommands, ...accountCommands],
    () =>
      ({
        ...{ database: database.app, clock, registry, secrets },
        copyConnection: connect,
      }) as unknown as Installation,
  );
  const kenpo = (name: string, values = {}, positionals: readonly string[] = []) =>
    shell(name, { society: "hikari", ...values }, positionals);

  const bringIn = async (clerks: readonly Clerk[], society = "hikari") => {
    await writeFile(path("members.csv"), [header, ...clerks.map(rowOf)].map(csvLine).join(""));
    const { code, complained } = await kenpo("members import", { society }, [path("members.csv")]);
    await rm(path("members.csv"));
    if (code !== 0) throw new Error(complained);
  };

  const listed = async (name: string) =>
    parse<Record<string, string>>(await readFile(path(name), "utf8"), { bom: true, columns: true });

  return {
    ...{ clock, database, registry, root, kenpo, bringIn, path, listed, connect },
    files: () => readdir(folder),
    /** Another secret of the installation from now on. */
    useSecrets: (other: typeof secrets) => {
      secrets = other;
    },
    /** No member, no letter, no file. */
    clear: async () => {
      for (const name of await readdir(folder)) await rm(path(name));
      await root.query(
        "truncate member, credential_batch, credential_batch_count, audit_fact, login_directory cascade",
      );
    },
    close: async () => {
      await root.end();
      await rm(folder, { recursive: true });
      await database.drop();
    },
  };
};

export type Office = Awaited<ReturnType<typeof openOffice>>;
