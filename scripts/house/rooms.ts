import { cyclesIn } from "./cycles.ts";
import type { Import } from "./imports.ts";
import { isTest, type Problem } from "./types.ts";

/** Who stands on whom: a room imports those above it in this list, sideways only through a door. */
export const order = [
  ["kernel"],
  ["platform", "ui"],
  ["society", "members", "audit", "mail"],
  ["flow"],
  ["identity", "guidance", "notices", "services", "imports", "letters", "staff"],
  ["cli", "main"],
] as const;

/** Rooms whose folders are features of their own, with doors between them. */
const ofFeatures = ["identity", "services", "letters", "staff"];

const levels = new Map(order.flatMap((rooms, level) => rooms.map((room) => [`${room}`, level])));

const roomOf = (path: string): string => path.split("/")[1]?.replace(/\.tsx?$/, "") ?? "";

/** `identity/sign-in` for a file in that folder, else the room. */
export const featureOf = (path: string): string => {
  const [, , feature, more] = path.split("/");
  const room = roomOf(path);
  return ofFeatures.includes(room) && more ? `${room}/${feature}` : room;
};

const isDoor = (path: string) => /\/(index|types)\.tsx?$/.test(path);

const says = (found: Import, message: string): Problem => ({
  file: found.file,
  line: found.line,
  rule: "rooms",
  message,
});

const sideways = (found: Import, from: string, to: string): Problem | null => {
  const bothLow = levels.get(from) === 1;
  const isInsideRoom = !from.includes("/") && to.startsWith(`${from}/`);
  const toOwnRoom = from.startsWith(`${to}/`);
  if (isDoor(found.to) || isInsideRoom || toOwnRoom || (bothLow && found.isTypeOnly)) return null;
  return says(
    found,
    `${from} reaches ${to} only through its index.ts or types.ts, not ${found.to}`,
  );
};

const judge = (found: Import): Problem | null => {
  const [fromRoom, toRoom] = [roomOf(found.file), roomOf(found.to)];
  const [from, to] = [featureOf(found.file), featureOf(found.to)];
  if (from === to) return null;
  if (toRoom === "staff" && fromRoom !== "staff" && fromRoom !== "main")
    return says(found, "nobody imports staff");
  if (fromRoom === "client" || toRoom === "client")
    return says(found, "src/client is for browsers: no imports in or out");
  const [mine, theirs] = [levels.get(fromRoom), levels.get(toRoom)];
  if (mine === undefined) return says(found, `src/${fromRoom} is no room of the house`);
  if (theirs === undefined) return says(found, `src/${toRoom} is no room of the house`);
  const takesTypes = mine <= 1 && mine > 0 && found.isTypeOnly && found.to.endsWith("/types.ts");
  if (theirs > mine && !takesTypes) return says(found, `${fromRoom} must not import ${toRoom}`);
  return theirs === mine ? sideways(found, from, to) : null;
};

const cycles = (imports: readonly Import[], nodeOf: (path: string) => string, what: string) =>
  cyclesIn(
    imports
      .filter((found) => !found.isTypeOnly)
      .map(({ file, to }) => [nodeOf(file), nodeOf(to)] as const)
      .filter(([from, to]) => from !== to),
  ).map((cycle) => ({
    file: imports.find(({ file }) => nodeOf(file) === cycle[0])?.file ?? "src",
    line: 0,
    rule: "cycles",
    message: `${what} import each other: ${cycle.join(" → ")}`,
  }));

/** The import rule of design: rooms, doors, no cycles, nobody imports staff. */
export const checkRooms = (imports: readonly Import[]): readonly Problem[] => {
  const own = imports.filter(
    ({ file, to, isOurs }) =>
      isOurs && file.startsWith("src/") && to.startsWith("src/") && !isTest(file),
  );
  // A room as a whole holds its features: between it and them only files can go round.
  const features = own.filter(({ file, to }) => {
    const [from, into] = [featureOf(file), featureOf(to)];
    return !from.startsWith(`${into}/`) && !into.startsWith(`${from}/`);
  });
  return [
    ...own.map(judge).filter((problem) => problem !== null),
    ...cycles(own, (path) => path, "files"),
    ...cycles(features, featureOf, "features"),
  ];
};
