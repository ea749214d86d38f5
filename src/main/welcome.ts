import type { Config } from "../platform/config.ts";
import type { Open } from "./installation.ts";
import { readKept, samplePerson } from "./samples/index.ts";

const line = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Letters of sample members: sign in with them, and the registration begins. */
const sayLetters = ({ dataFolder }: Config, { registry }: Open): void => {
  for (const { society: code, person, userId, password } of readKept(dataFolder)) {
    const society = registry.byCode(code);
    if (!society) continue;
    const { name, bornOn, symbol, memberNumber } = samplePerson(person);
    line("");
    line(`  見本のご案内  ${society.name.ja}  ${name} 様`);
    line(`    仮のユーザID    ${userId}`);
    line(`    仮パスワード    ${password}`);
    line(`    保険者番号      ${society.insurerNumber}`);
    line(`    生年月日        ${bornOn.replaceAll("-", "")}`);
    line(`    記号・番号      ${symbol}・${memberNumber}`);
  }
};

/** Where to go, for the person in front of the terminal. On stderr: stdout is the log's. */
export const welcome = (what: string, config: Config, installation: Open): void => {
  if (what === "worker") {
    line("kenpo: the worker runs");
    return;
  }
  line("");
  line(`  けんぽポータルが動いています  ${config.baseUrl}`);
  for (const { name, entranceId } of installation.registry.all()) {
    const origin = installation.registry.entrance(entranceId)?.origin;
    line(`    ${name.ja}  ${origin}`);
  }
  if (config.development && !config.smtpUrl) line(`  届いたメール  ${config.baseUrl}/dev/mail`);
  if (config.samples) sayLetters(config, installation);
  line("");
  line("  止めるときは Ctrl-C");
  line("");
};
