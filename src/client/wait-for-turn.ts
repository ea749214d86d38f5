const quickMs = 3_000;
const slowMs = 10_000;
/** Who reads the mail on the same desk is back within it. */
const quickForMs = 2 * 60_000;
/** Nobody is there any more; 「更新」 still works. */
const patienceMs = 20 * 60_000;

type Place = { readonly standing: string; readonly turn: string; readonly next: string };

const hasMoved = async ({ standing, turn }: Place): Promise<boolean> => {
  const answer = await fetch(standing, { cache: "no-store" });
  if (!answer.ok) return false;
  const now: { readonly turn?: unknown } = await answer.json();
  return now.turn !== turn;
};

const keepAsking = (place: Place) => {
  let waitedMs = 0;
  let isOver = false;
  const ask = async () => {
    if (isOver || document.hidden) return;
    // A line that fails for a moment: the next question goes out all the same.
    const moved = await hasMoved(place).catch(() => false);
    if (!moved || isOver) return;
    isOver = true;
    location.assign(place.next);
  };
  const wait = () => {
    const pauseMs = waitedMs < quickForMs ? quickMs : slowMs;
    setTimeout(async () => {
      waitedMs += pauseMs;
      await ask();
      if (!isOver && waitedMs < patienceMs) wait();
    }, pauseMs);
  };
  // The page's own form leads on by itself.
  document.addEventListener("submit", () => {
    isOver = true;
  });
  // Back from the mail on the same phone: at once.
  document.addEventListener("visibilitychange", ask);
  wait();
};

/** A page that waits for something done elsewhere goes on by itself. Prolongs nothing. */
export const waitForTurn = () => {
  const waiting = document.querySelector<HTMLElement>("[data-standing]");
  if (!waiting) return;
  const { standing = "", turn = "", next = "" } = waiting.dataset;
  waiting.hidden = false;
  keepAsking({ standing, turn, next });
};
