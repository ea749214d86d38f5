import type { Readable } from "node:stream";
import PDFDocument from "pdfkit";
import type { PlainDate } from "../../kernel/time.ts";
import type { Typefaces } from "../typefaces/index.ts";
import { draw } from "./draw.ts";
import { embedFonts } from "./embed.ts";
import { openSink, type Sink } from "./sink.ts";
import { type Mark, point, type Size } from "./types.ts";

/** What stands on every page of a kind, drawn once. */
export type Ground = { readonly name: string; readonly size: Size };

/** A PDF that is being written, page after page. */
export type Paper = {
  readonly ground: (size: Size, marks: readonly Mark[]) => Ground;
  /** One page: the ground and, on it, what is this page's own. */
  readonly page: (ground: Ground, marks: readonly Mark[]) => void;
  /** The bytes that are ready and were not taken yet. */
  readonly take: () => Uint8Array;
  /** Writes the fonts and the end. Take once more after it. */
  readonly end: () => void;
};

type Written = { readonly [name: string]: unknown };
/** pdfkit's objects, as it leaves them undeclared. */
type Reference = {
  data: Written;
  write: (content: string) => void;
  end: (content?: string) => void;
};
type Inside = {
  _offset: number;
  _write: (piece: string | Uint8Array) => void;
  readonly ref: (written: Written) => Reference;
  readonly _root: { readonly data: { readonly Pages: { readonly data: PageTree } } };
};
type PageTree = { readonly Kids: Reference[]; Count: number };

/** Pages under one branch of the tree: what pdfkit keeps of them goes with the branch. */
const branch = 64;

// pdfkit puts the title into XML as it is.
const plain = (title: string) =>
  title.replace(/[<>&]/g, (sign) => ({ "<": "＜", ">": "＞" })[sign] ?? "＆");

const begin = (title: string, on: PlainDate) =>
  new PDFDocument({
    ...{ autoFirstPage: false, compress: true, pdfVersion: "1.7", lang: "ja", displayTitle: true },
    font: null as unknown as string,
    info: {
      ...{ Title: plain(title), Producer: "Kenpo Portal", Creator: "Kenpo Portal" },
      CreationDate: new Date(`${on}T00:00:00+09:00`),
    },
  });

/**
 * pdfkit queues what it writes as a stream of tiny pieces, at the end one for every object of the
 * file: 160 MB for 100,000 letters. So it writes into a sink.
 */
const intoSink = (document: Readable & Inside): Sink => {
  const sink = openSink();
  for (let piece = document.read(); piece !== null; piece = document.read()) sink.write(piece);
  document._write = (piece) => {
    document._offset += sink.write(typeof piece === "string" ? `${piece}\n` : piece);
  };
  return sink;
};

const boxOf = ({ width, height }: Size) => [0, 0, width * point, height * point];

type Branch = { readonly ref: Reference; readonly kids: Reference[] };

const pageTree = ({ ref, _root }: Pick<Inside, "ref" | "_root">) => {
  const root = _root.data.Pages;
  let open: Branch | null = null;
  const close = () => {
    if (!open) return;
    const { ref: node, kids } = open;
    node.data = { Type: "Pages", Parent: root, Kids: kids, Count: kids.length };
    node.end();
    // it is written: only its number is still needed
    node.data = {};
    root.data.Kids.push(node);
    root.data.Count += kids.length;
    open = null;
  };
  return {
    add: (page: Written) => {
      open ??= { ref: ref({}), kids: [] };
      const kid = ref({ Type: "Page", Parent: open.ref, ...page });
      kid.end();
      kid.data = {};
      open.kids.push(kid);
      if (open.kids.length === branch) close();
    },
    close,
  };
};

/**
 * Begins a PDF. pdfkit writes objects, fonts, compression and the table of contents of the file; the
 * pages are ours, so that nothing of a page is kept once it is written: memory does not grow by them.
 */
export const openPaper = (
  title: string,
  { on, typefaces }: { readonly on: PlainDate; readonly typefaces: Typefaces },
): Paper => {
  const document = begin(title, on);
  const inside = document as unknown as Readable & Inside;
  const sink = intoSink(inside);
  const ref = (written: Written) => inside.ref.call(document, written);
  const fonts = embedFonts(document, typefaces);
  const tree = pageTree({ ref, _root: inside._root });
  const resources = ref({});
  const grounds: Record<string, Reference> = {};
  const content = ({ height }: Size, marks: readonly Mark[]) =>
    draw({ typefaces, height, code: fonts.code }, marks);
  return {
    ground: (size, marks) => {
      const name = `G${Object.keys(grounds).length}`;
      const form = ref({
        Type: "XObject",
        Subtype: "Form",
        BBox: boxOf(size),
        Resources: resources,
      });
      // an object without content would be no stream
      form.end(`${content(size, marks)}\n`);
      grounds[name] = form;
      return { name, size };
    },
    page: ({ name, size }, marks) => {
      const written = ref({});
      written.end(`/${name} Do\n${content(size, marks)}`);
      tree.add({ MediaBox: boxOf(size), Contents: written, Resources: resources });
    },
    take: sink.take,
    end: () => {
      tree.close();
      resources.data = { Font: fonts.used(), XObject: grounds };
      resources.end();
      document.end();
    },
  };
};
