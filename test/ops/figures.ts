/** One line of /metrics: its name with labels, and its value. */
export type Figures = ReadonlyMap<string, number>;

export const figuresAt = async (opsPort: number): Promise<Figures> => {
  const answer = await fetch(`http://127.0.0.1:${opsPort}/metrics`);
  return figuresIn(await answer.text());
};

export const figuresIn = (text: string): Figures =>
  new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const end = line.lastIndexOf(" ");
        return [line.slice(0, end), Number(line.slice(end + 1))];
      }),
  );

const patience = 100_000;

/** Asks again until the figures are so: they are looked up every few seconds. */
export const untilFigures = async (
  opsPort: number,
  are: (figures: Figures) => boolean,
): Promise<Figures> => {
  for (let asks = 0; asks < patience; asks += 1) {
    const figures = await figuresAt(opsPort);
    if (are(figures)) return figures;
  }
  throw new Error("the figures never came");
};
