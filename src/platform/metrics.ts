import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

type Request = {
  readonly method: string;
  /** The pattern that matched, never the path: paths hold ids and grow without end. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
};

export type Metrics = {
  readonly request: (request: Request) => void;
  readonly mail: (outcome: string) => void;
  /** Read at each scrape, such as the depth of the password queue. */
  readonly gauge: (name: string, help: string, read: () => number) => void;
  /** What /metrics answers, and its type. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

/** For the operator's port only: counts tell strangers when a society's letters went out. */
export const openMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "kenpo_http_request_seconds",
    help: "Time to answer by route pattern and status",
    labelNames: ["method", "route", "status"] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const mails = new Counter({
    name: "kenpo_mail_total",
    help: "Attempts to hand over mails by outcome",
    labelNames: ["outcome"] as const,
    registers,
  });
  return {
    request: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    mail: (outcome) => mails.inc({ outcome }),
    gauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
