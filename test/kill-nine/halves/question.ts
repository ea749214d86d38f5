/** Rows that must not be there: `select count(*) from …`. */
export type Question = { readonly what: string; readonly from: string };
