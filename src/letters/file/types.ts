import type { Sheet } from "../types.ts";

export type ToWorker =
  | { readonly kind: "add"; readonly sheets: readonly Sheet[] }
  | { readonly kind: "end" };
export type FromWorker = { readonly bytes: Uint8Array<ArrayBuffer> };
