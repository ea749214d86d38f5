import { asId } from "../../kernel/ids.ts";
import { entranceOf, sharedEntrance, societyOf } from "../snapshot.ts";
import type { EntranceRow } from "../store.ts";
import type { Entrance, Registry } from "../types.ts";
import { sampleCodes, sampleDocument } from "./samples.ts";

/** Of this installation, and the same in every process. */
const idOf = <Kind extends string>(group: string, at: number) =>
  asId<Kind>(`01977420-0000-7000-${group}-${String(at).padStart(12, "0")}`);

const shared: EntranceRow = {
  id: idOf<"entrance">("8001", 0),
  host: "",
  kind: "shared",
  document: sharedEntrance,
};

const samples = () =>
  sampleCodes.map((code, at) => {
    const document = sampleDocument(code);
    const own: EntranceRow = {
      id: idOf<"entrance">("8001", at + 1),
      host: `${code}.`,
      kind: "own",
      document,
    };
    const entrance = document.entrance.kind === "own" ? own : shared;
    const row = {
      id: idOf<"society">("8002", at),
      code,
      entrance_id: entrance.id,
      insurer_number: document.insurerNumber,
      version: 1,
    };
    return { entrance, society: societyOf(row, document) };
  });

/** The sample societies and their entrances without any database: for the gallery and for tests. */
export const sampleRegistry = (baseUrl: string): Registry => {
  const all = samples();
  const societies = all.map(({ society }) => society);
  const base = new URL(baseUrl);
  const entrances: readonly Entrance[] = [...new Set(all.map(({ entrance }) => entrance))].map(
    (row) => entranceOf(row, { base, societies, endings: [] }),
  );
  return {
    entranceAt: (host) => entrances.find((one) => one.host === host.toLowerCase()),
    movedFrom: () => [],
    entrance: (id) => entrances.find((one) => one.id === id),
    society: (id) => societies.find((one) => one.id === id),
    byCode: (code) => societies.find((one) => one.code === code),
    all: () => societies,
    closed: () => [],
    endings: () => [],
    windows: () => [],
    refresh: async () => {},
  };
};
