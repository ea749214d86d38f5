/** A table with rows of societies. */
export type SocietyTable = {
  readonly name: string;
  /** Whether the role that asks may: the app not everywhere, the owner everywhere. */
  readonly mayDelete: boolean;
  /** Tables that its foreign keys point at. */
  readonly parents: readonly string[];
};

/**
 * Those that point at others first, so that no foreign key is ever in the way.
 * @throws when tables point at each other in a circle
 */
export const childrenFirst = (tables: readonly SocietyTable[]): readonly SocietyTable[] => {
  if (tables.length === 0) return [];
  const free = tables.filter(({ name }) =>
    tables.every((other) => other.name === name || !other.parents.includes(name)),
  );
  if (free.length === 0)
    throw new Error(`foreign keys in a circle: ${tables.map(({ name }) => name).join(", ")}`);
  return [...free, ...childrenFirst(tables.filter((table) => !free.includes(table)))];
};
