import { type Portal, portalIn } from "../../test/portal-process.ts";
import { bareServer } from "../bare-server.ts";
import { dialler } from "../load.ts";
import { openPlace } from "../server.ts";
import type { Bench } from "../types.ts";

const pageAt = async (port: number): Promise<string> => {
  const { send, close } = dialler(port, `localhost:${port}`, 1);
  try {
    const { status, body } = await send({ path: "/sign-in" });
    if (status !== 200) throw new Error(`the sign-in page answered ${status}`);
    return body;
  } finally {
    close();
  }
};

/** From the exec of scripts/node to the whole first page, s. */
const startOf = async (portal: Portal) => {
  const from = performance.now();
  await portal.start();
  const page = await pageAt(portal.port);
  return { seconds: (performance.now() - from) / 1000, page };
};

const bareStart = async (page: string): Promise<number> => {
  const from = performance.now();
  const bare = await bareServer(page);
  await pageAt(bare.port);
  const seconds = (performance.now() - from) / 1000;
  await bare.close();
  return seconds;
};

/** Each round a new folder and database: the first start makes it, the second finds it. */
const round = async () => {
  const place = await openPlace();
  const portal = await portalIn("bench-start", place.environment);
  try {
    const cold = await startOf(portal);
    await portal.stop();
    const warm = await startOf(portal);
    await portal.stop();
    const limit = await bareStart(warm.page);
    return {
      "warm start": warm.seconds,
      "warm ÷ bare node": warm.seconds / limit,
      "bare node": limit,
      "cold start, empty": cold.seconds,
    };
  } finally {
    await portal.remove();
    await place.remove();
  }
};

export const start: Bench = {
  name: "start",
  says: "scripts/node src/main.ts until GET /sign-in is answered ÷ a bare node with the same page",
  goals: [
    { figure: "warm start", unit: "s", atMost: 2 },
    { figure: "warm ÷ bare node", unit: "ratio" },
    { figure: "bare node", unit: "s" },
    { figure: "cold start, empty", unit: "s" },
  ],
  prepare: () => Promise.resolve({ round, close: () => Promise.resolve() }),
};
