/** One figure of one round, in the goal's unit. */
export type Figures = Readonly<Record<string, number>>;

export type Goal = {
  readonly figure: string;
  /** `ratio`, `ms`, `MB`, `/s` */
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
};

export type Prepared = {
  /** Measures ours and its limit, one right after the other: the machine's mood hits both. */
  readonly round: () => Promise<Figures>;
  readonly close: () => Promise<void>;
};

export type Bench = {
  readonly name: string;
  /** One sentence: what is divided by what. */
  readonly says: string;
  readonly goals: readonly Goal[];
  readonly prepare: () => Promise<Prepared>;
};
