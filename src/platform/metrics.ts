import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

type Request = {
  readonly method: string;
  /** The pattern that matched, never the path: paths hold ids and grow without end. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
};

/** Null: nobody knows just now, and the figure is left out of the answer. */
export type Reading = number | null;

export type Figure = {
  /** Ends with its unit, or with `_total` where it only grows. */
  readonly name: string;
  /** One sentence of plain English. */
  readonly help: string;
  /** With it a reading for each of few, fixed values. Nothing of a person, nothing that grows. */
  readonly label?: string;
  /** Called at each scrape. */
  readonly read: () => Reading | Readonly<Record<string, Reading>>;
};

export type Metrics = {
  readonly request: (request: Request) => void;
  readonly mail: (outcome: string) => void;
  readonly gauge: (figure: Figure) => void;
  /** Only grows while the process lives. */
  readonly counter: (figure: Figure) => void;
  /** A 1 whose labels say what is fixed while the process lives. */
  readonly info: (name: string, help: string, labels: Readonly<Record<string, string>>) => void;
  /** Seconds, in buckets from 5 ms to 5 s. @returns what takes each of them */
  readonly seconds: (figure: Omit<Figure, "label" | "read">) => (seconds: number) => void;
  /** What /metrics answers, and its type. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

type Shown = Gauge<string> | Counter<string>;

/** What nobody knows has no line: an old value would look like a new one. */
const show = (shown: Shown, { label, read }: Figure): void => {
  const reading = read();
  shown.reset();
  if (!label || typeof reading !== "object") {
    if (typeof reading === "number") shown.inc(reading);
    else shown.remove({});
    return;
  }
  for (const [value, one] of Object.entries(reading ?? {}))
    if (one !== null) shown.inc({ [label]: value }, one);
};

const labelsOf = ({ label }: Figure) => ({ labelNames: label ? [label] : [] });

/** Handed over or tried: the relay answered, so nothing is paused. */
const mailFigures = (registers: Registry[]) => {
  const attempts = new Counter({
    name: "kenpo_mail_total",
    help: "Attempts of this process to hand over mails, by outcome",
    labelNames: ["outcome"] as const,
    registers,
  });
  const paused = new Gauge({
    name: "kenpo_mail_paused",
    help: "1 while this process waits because the mail relay takes no mail at all",
    registers,
  });
  return (outcome: string) => {
    attempts.inc({ outcome });
    // What the database said tells nothing of the relay.
    if (outcome !== "worker-failed") paused.set(outcome === "paused" ? 1 : 0);
  };
};

const requestFigures = (registers: Registry[]) => {
  const requests = new Histogram({
    name: "kenpo_http_request_seconds",
    help: "Time to answer, by route pattern and status",
    labelNames: ["method", "route", "status"] as const,
    buckets,
    registers,
  });
  return ({ method, route, status, seconds }: Request) =>
    requests.observe({ method, route, status: String(status) }, seconds);
};

/** For the operator's port only: counts tell strangers when a society's letters went out. */
export const openMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    request: requestFigures(registers),
    mail: mailFigures(registers),
    gauge: (figure) => {
      const { name, help } = figure;
      const gauge: Gauge<string> = new Gauge({
        ...{ name, help, registers, ...labelsOf(figure) },
        collect: () => show(gauge, figure),
      });
    },
    counter: (figure) => {
      const { name, help } = figure;
      const counter: Counter<string> = new Counter({
        ...{ name, help, registers, ...labelsOf(figure) },
        collect: () => show(counter, figure),
      });
    },
    info: (name, help, labels) =>
      new Gauge({ name, help, labelNames: Object.keys(labels), registers }).set({ ...labels }, 1),
    seconds: ({ name, help }) => {
      const histogram = new Histogram({ name, help, buckets, registers });
      return (seconds) => histogram.observe(seconds);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
