import type { LetterSink } from "../../identity/provisional/index.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A sink that can be stopped; `release` when the letters work, or nothing of them stays. */
export type Interruptible = { readonly sink: LetterSink; readonly release: () => void };

/**
 * Ctrl-C stops the run at the next sheets, so that what was written is taken back and no file with
 * passwords lies about. Once the files are whole it no longer does: their letters may work already.
 * @throws from write and finish, with the code EINTR
 */
export const interruptible = (sink: LetterSink): Interruptible => {
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  const check = () => {
    if (isStopped) throw Object.assign(new Error("interrupted"), { code: "EINTR" });
  };
  for (const signal of signals) process.on(signal, stop);
  return {
    sink: {
      write: async (sheets) => {
        check();
        await sink.write(sheets);
      },
      finish: async () => {
        check();
        return sink.finish();
      },
      discard: sink.discard,
    },
    release: () => {
      for (const signal of signals) process.off(signal, stop);
    },
  };
};
