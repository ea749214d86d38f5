import { z } from "zod";
import { type Policy, policySchema } from "./policy.ts";
import { type WeaknessReason, weakerThanAdvised } from "./policy-rules.ts";

/** One dial as it stands, for people to read. */
export type DialRow = {
  /** `password.minLength` */
  readonly path: string;
  readonly value: unknown;
  /** What is advised to a new society; undefined where it depends on another dial. */
  readonly advised: unknown;
  readonly unit: string | undefined;
  readonly ja: string;
  readonly en: string;
  readonly weak: WeaknessReason | undefined;
};

type Described = {
  readonly title?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Described>>;
};

const described = z.toJSONSchema(policySchema, { io: "input" }) as Described;

const leaves = (at: Described, path = ""): readonly (readonly [string, Described])[] =>
  at.properties
    ? Object.entries(at.properties).flatMap(([name, inner]) =>
        leaves(inner, path ? `${path}.${name}` : name),
      )
    : [[path, at]];

const valueAt = (policy: Policy, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], policy);

/** Every dial of a policy, in the order of the schema. */
export const policyTable = (policy: Policy): readonly DialRow[] => {
  const weak = weakerThanAdvised(policy);
  return leaves(described).map(([path, about]) => ({
    path,
    value: valueAt(policy, path),
    advised: about.default,
    unit: about.unit,
    ja: about.title ?? "",
    en: about.description ?? "",
    weak: weak.find(({ dial }) => dial === path)?.why,
  }));
};
