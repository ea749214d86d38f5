/**
 * Works on what comes next while earlier results are being used: `most` at a time, answered in the
 * order of the source. Whoever stops early waits until nothing is under way any more.
 */
export async function* ahead<T, U>(
  source: AsyncIterable<T>,
  most: number,
  work: (item: T) => Promise<U>,
): AsyncGenerator<U> {
  const under: Promise<U>[] = [];
  try {
    for await (const item of source) {
      const one = work(item);
      // whoever asks for it hears of its failure
      one.catch(() => {});
      under.push(one);
      const first = under.length >= most ? under.shift() : undefined;
      if (first) yield await first;
    }
    for (const one of under) yield await one;
  } finally {
    await Promise.allSettled(under);
  }
}
