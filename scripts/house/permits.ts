import type { Import } from "./imports.ts";
import { banned, isTest, type Problem, type Source } from "./types.ts";

type Permit = {
  readonly rule: string;
  /** Which files it binds. */
  readonly binds: RegExp;
  /** Which values such a file may import; types are always free. */
  readonly allows: (found: Import) => boolean;
  readonly message: string;
};

const isText = (path: string) => /\/[a-z-]*text\.ts$/.test(path);
const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/"));

const permits: readonly Permit[] = [
  {
    rule: "permit: rules.ts, flow.ts",
    binds: /^src\/.*\/([a-z-]+-)?(rules|flow)\.ts$/,
    allows: ({ isOurs, to }) => isOurs && to.startsWith("src/kernel/"),
    message: "imports kernel and types only",
  },
  {
    rule: "permit: views",
    binds: /^src\/.*\/views\/[^/]+\.tsx?$/,
    allows: ({ file, to, isOurs }) =>
      isOurs
        ? to.startsWith("src/ui/") ||
          to.startsWith("src/kernel/") ||
          folderOf(to) === folderOf(file) ||
          isText(to)
        : to === "hono/jsx",
    message: "imports ui, kernel and its own text only",
  },
  {
    rule: "permit: SQL",
    binds: /^src\/(?!platform\/database\/)(?!.*(^|\/)store\.ts$)/,
    allows: ({ values }) => !values.includes("sql"),
    message: "only store.ts and platform/database speak SQL",
  },
  {
    rule: "permit: gallery",
    binds: /^src\/(?!.*(\/gallery[/.]|-gallery\.))/,
    // `import()` takes no value by name.
    allows: ({ to, values }) => !/\/gallery[/.]|-gallery\./.test(to) || values.length === 0,
    message: "samples are read when somebody looks at them, never at the start: import()",
  },
  {
    rule: "permit: kernel",
    binds: /^src\/kernel\//,
    allows: ({ isOurs, to }) => isOurs || to === "node:crypto",
    message: "is pure",
  },
];

/** What a file's name lets it import. */
export const checkPermits = (imports: readonly Import[]): readonly Problem[] =>
  imports
    .filter(({ file, isTypeOnly }) => !isTypeOnly && !isTest(file))
    .flatMap((found) =>
      permits
        .filter(({ binds, allows }) => binds.test(found.file) && !allows(found))
        .map(({ rule, message }) => ({
          file: found.file,
          line: found.line,
          rule,
          message: `${message}, not ${found.to}`,
        })),
    );

const sqlClock =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(?:current_timestamp|current_date|current_time|localtimestamp)\b/gi;
const machineClock =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bTemporal\.Now\b|\bprocess\.hrtime\b/g;

/** Ask the database server for its time, only to compare: it is stored nowhere. */
const comparesClocks = new Set([
  "src/platform/database/processes/clock.ts",
  // Nobody deletes younger facts, whatever clock the app says that it has.
  "migrations/0018_retention.sql",
]);

/** Time comes from the injected clock, everywhere but where it is made and where it is measured. */
export const checkClock = (source: Source): readonly Problem[] => {
  const { path } = source;
  if (!/^(src|migrations)\//.test(path) || path === "src/platform/clock.ts" || isTest(path))
    return [];
  const message = "the wall clock is read in platform/clock alone";
  return [
    ...banned(source, source.code, { rule: "clock", pattern: machineClock, message }),
    ...(comparesClocks.has(path)
      ? []
      : banned(source, source.strings, {
          rule: "clock",
          pattern: sqlClock,
          message: "time is a parameter, never the database's",
        })),
  ];
};

/** The environment is read once, checked, in platform/config. */
export const checkEnvironment = (source: Source): readonly Problem[] => {
  const { path } = source;
  if (!path.startsWith("src/") || /^src\/platform\/config(\.ts$|\/)/.test(path) || isTest(path))
    return [];
  const message = "the environment is read in platform/config alone";
  return banned(source, source.code, {
    rule: "environment",
    pattern: /\bprocess\.env\b/g,
    message,
  });
};
