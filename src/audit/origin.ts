import type { Origin } from "./types.ts";

/** What a request says of itself: its お問い合わせ番号, and the address it came from. */
type Request = { readonly id: string; readonly source: string };

/** From where every fact of this request comes. */
export const originOf = ({ id, source }: Request): Origin => ({ requestId: id, source });
