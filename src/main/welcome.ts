import type { Config } from "../platform/config.ts";
import type { Open } from "./installation.ts";
import { samplesToShow } from "./samples.ts";

const line = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Where to go, for the person in front of the terminal. On stderr: stdout is the log's. */
export const welcome = async (what: string, config: Config, installation: Open): Promise<void> => {
  if (what === "worker") return line("kenpo: the worker runs");
  line("");
  line(`  けんぽポータルが動いています  ${config.baseUrl}`);
  for (const { name, entranceId } of installation.registry.all()) {
    const origin = installation.registry.entrance(entranceId)?.origin;
    line(`    ${name.ja}  ${origin}`);
  }
  if (config.development && !config.smtpUrl) line(`  届いたメール  ${config.baseUrl}/dev/mail`);
  if (config.samples)
    for (const sample of await samplesToShow(config)) {
      line("");
      line(`  見本のログイン  ${sample.title}`);
      for (const [label, value] of sample.facts) line(`    ${label}  ${value}`);
    }
  line("");
  line("  止めるときは Ctrl-C");
  line("");
};
