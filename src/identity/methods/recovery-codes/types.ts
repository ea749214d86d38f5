/** What is kept while they are shown: the codes themselves, in the sealed state of the flow. */
export type Kept = { readonly codes: readonly string[] };
