import type { Ending, Registry, Society } from "../../../society/index.ts";

/** A society that a code names, whether its contract ended or not. */
export type Named =
  | { readonly kind: "open" | "closed"; readonly society: Society }
  /** Its rows go, or are gone. */
  | { readonly kind: "erasing" | "erased"; readonly ending: Ending };

export const named = (registry: Registry, code: string): Named | undefined => {
  const open = registry.byCode(code);
  if (open) return { kind: "open", society: open };
  const closed = registry.closed().find((one) => one.code === code);
  if (closed) return { kind: "closed", society: closed };
  const ending = registry.endings().find((one) => one.code === code);
  return ending && { kind: ending.erasedAt ? "erased" : "erasing", ending };
};
