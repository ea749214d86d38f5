import { commands, runCommandLine } from "./cli/index.ts";
import { openInstallation } from "./main/installation.ts";
import { runParts } from "./main/run/run-parts.ts";
import { environment, readConfig } from "./platform/config.ts";
import { StartRefusal } from "./platform/start-refusal.ts";

// The one place where parts meet. No words: everything (`npm start`). `serve`, `worker`: one part.

const words = process.argv.slice(2);
const quiet = () => {};

const start = async (): Promise<number> => {
  const [first = "start", ...others] = words;
  if (others.length === 0 && (first === "start" || first === "serve" || first === "worker"))
    return runParts(first, readConfig(environment(), first));
  return runCommandLine(words, {
    commands,
    open: () =>
      openInstallation({
        config: readConfig(environment()),
        name: first,
        statementTimeoutMs: 0,
        mayMigrate: true,
        log: quiet,
      }),
  });
};

try {
  process.exitCode = await start();
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  console.error(`kenpo: ${error.message}`);
  process.exitCode = 1;
}
