const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// jsonb keeps no order of names; leaves are plain values or lists.
const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : isGroup(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((name) => [name, canonical(value[name])]),
        )
      : value;

const isSame = (a: unknown, b: unknown) =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

/** Paths of what differs between two documents, such as `policy.lock.minutes`; none: the same. */
export const changedPaths = (before: unknown, after: unknown, path = ""): readonly string[] => {
  if (isSame(before, after)) return [];
  if (!isGroup(before) || !isGroup(after)) return [path];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) =>
    changedPaths(before[name], after[name], path ? `${path}.${name}` : name),
  );
};
