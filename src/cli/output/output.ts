import type { Output } from "../command.ts";

const width = 30;

const bar = (label: string, done: number, total: number) => {
  const full = total === 0 ? width : Math.round((done / total) * width);
  return `\r${label} [${"#".repeat(full)}${".".repeat(width - full)}] ${done}/${total} `;
};

/** Words for people on stdout, or one JSON document with --json; complaints and progress on stderr. */
export const outputTo = ({ isJson }: { readonly isJson: boolean }): Output => ({
  say: (line) => {
    if (!isJson) console.log(line);
  },
  json: (result) => {
    if (isJson) console.log(JSON.stringify(result, null, 2));
  },
  complain: (line) => console.error(line),
  progress: (label, done, total) => {
    if (!process.stderr.isTTY) return;
    process.stderr.write(bar(label, done, total) + (done === total ? "\n" : ""));
  },
});
