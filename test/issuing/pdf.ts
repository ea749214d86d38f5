import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import openQpdf from "@neslinesli93/qpdf-wasm";

/** The text of each page, as a reader extracts it. */
export const pagesOf = async (path: string): Promise<readonly string[]> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(path));
  try {
    return [...document.pages()].map((page) => page.getText());
  } finally {
    document.destroy();
    library.destroy();
  }
};

type Qpdf = Awaited<ReturnType<typeof openQpdf>>;
type Files = Qpdf["FS"] & { readonly writeFile: (path: string, bytes: Uint8Array) => void };
/** Whether qpdf can take the file apart, every stream, with nothing to complain of. */
export const isSound = async (path: string): Promise<boolean> => {
  const wasm = fileURLToPath(import.meta.resolve("@neslinesli93/qpdf-wasm/dist/qpdf.wasm"));
  const qpdf = await openQpdf({ locateFile: () => wasm });
  (qpdf.FS as Files).writeFile("/letters.pdf", await readFile(path));
  const apart = ["--decode-level=all", "--stream-data=uncompress"];
  return qpdf.callMain([...apart, "/letters.pdf", "/apart.pdf"]) === 0;
};

export type PrintedCover = {
  readonly count: number;
  readonly first: string;
  readonly last: string;
};
export type PrintedLetter = {
  readonly reference: string;
  readonly issuedId: string;
  readonly password: string;
};

const referenceForm = "[0-9]+-[0-9]{5,}-[0-9]";
const all = (text: string, form: string): readonly string[] =>
  text.match(new RegExp(form, "gm")) ?? [];

/** What a cover sheet says; null where the page is none. */
export const coverOn = (page: string): PrintedCover | null => {
  const [, count] = /([0-9,]+) 通/.exec(page) ?? [];
  const [first, last = first] = all(page, referenceForm);
  if (!count || !first || !last) return null;
  return { count: Number(count.replaceAll(",", "")), first, last };
};

/** What somebody reads from the letters of these pages, in their order; one may have several pages. */
export const lettersOn = (pages: readonly string[]): readonly PrintedLetter[] => {
  const text = pages.filter((page) => !coverOn(page)).join("\n");
  const references = [...new Set(all(text, referenceForm))];
  const ids = all(text, "^[0-9]{4} [0-9]{4} [0-9]{5}\\s*$");
  const passwords = all(text, "^[2-9a-z]{4} [2-9a-z]{4} [2-9a-z]{4}\\s*$");
  return references.map((reference, i) => ({
    reference,
    issuedId: (ids[i] ?? "").replace(/\s/g, ""),
    password: (passwords[i] ?? "").trim().replaceAll(" ", "-"),
  }));
};
