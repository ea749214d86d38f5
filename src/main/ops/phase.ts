/** `/readyz` says yes while it runs, and no before and after. */
export type Phase = "starting" | "running" | "draining";

/** One for each process: set where its parts are started and stopped, read by the operator's port. */
export type PhaseOf = { readonly is: () => Phase; readonly enter: (phase: Phase) => void };

/** @param entered for the log */
export const openPhase = (entered: (phase: Phase) => void = () => {}): PhaseOf => {
  let phase: Phase = "starting";
  return {
    is: () => phase,
    enter: (next) => {
      phase = next;
      entered(next);
    },
  };
};
