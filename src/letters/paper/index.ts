export { type Ground, openPaper, type Paper } from "./document.ts";
export { areas, box, corners, disc, line } from "./shapes.ts";
export type * from "./types.ts";
export { point } from "./types.ts";
export { widthOf } from "./typeset.ts";
export { wrap } from "./wrap.ts";
