import { fileURLToPath } from "node:url";
import createModule from "@neslinesli93/qpdf-wasm";

type Qpdf = {
  readonly FS: { readonly writeFile: (path: string, bytes: Uint8Array) => void };
  readonly callMain: (words: readonly string[]) => number;
};
type Start = (options: {
  readonly locateFile: () => string;
  readonly noInitialRun: boolean;
}) => Promise<Qpdf>;

const wasm = fileURLToPath(new URL("qpdf.wasm", import.meta.resolve("@neslinesli93/qpdf-wasm")));

/** What `qpdf --check` ends with: 0 clean, 2 broken, 3 mended with warnings. */
export const qpdfCheck = async (pdf: Uint8Array): Promise<number> => {
  const start = createModule as unknown as Start;
  const qpdf = await start({ locateFile: () => wasm, noInitialRun: true });
  qpdf.FS.writeFile("/letters.pdf", pdf);
  return qpdf.callMain(["--no-warn", "--check", "/letters.pdf"]);
};
