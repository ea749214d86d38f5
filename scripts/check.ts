import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

type Check = { readonly name: string; readonly args: readonly string[] };

/** Each is a JavaScript program, run by this very Node. */
const checks: readonly Check[] = [
  { name: "types", args: ["node_modules/typescript/bin/tsc", "-p", "."] },
  { name: "browser types", args: ["node_modules/typescript/bin/tsc", "-p", "src/client"] },
  {
    name: "lint",
    args: [
      "node_modules/@biomejs/biome/bin/biome",
      "check",
      "--diagnostic-level=warn",
      "--error-on-warnings",
      "--max-diagnostics=50",
      ".",
    ],
  },
  { name: "house", args: ["scripts/house.ts"] },
  { name: "manuals", args: ["scripts/manuals.ts"] },
];

const run = async ({ name, args }: Check): Promise<boolean> => {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const [said, complained, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  if (code !== 0) console.error(`✖ ${name}\n${said}${complained}`);
  return code === 0;
};

/** Types, lint, rules of the house (and with them the texts in both languages), all at once. */
export const check = async (): Promise<boolean> => {
  const results = await Promise.all(checks.map(run));
  const isFine = results.every(Boolean);
  if (isFine) console.log(`✔ ${checks.map(({ name }) => name).join(", ")}`);
  return isFine;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  process.exitCode = (await check()) ? 0 : 1;
