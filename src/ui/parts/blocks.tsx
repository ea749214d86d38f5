import type { Child } from "hono/jsx";
import { Icon, type IconName } from "./icons.tsx";

type WithChildren = { readonly children?: Child };

/** Under the header on home and sign-in only: a quiet greeting. Use with `Page kind="band"`. */
export const Band = ({ children }: WithChildren) => (
  <div class="band tint">
    <svg class="motif" viewBox="0 0 200 200" aria-hidden="true" focusable="false">
      {[36, 48, 60, 72, 84, 96].map((radius) => (
        <circle cx="100" cy="100" r={radius} />
      ))}
    </svg>
    <div class="band__in">{children}</div>
  </div>
);

/** The ground below a band. */
export const Desk = ({ children }: WithChildren) => <div class="desk">{children}</div>;

/** Two columns when wide: the task at left, what helps with it at right. */
export const Pair = ({ children, side }: WithChildren & { readonly side: Child }) => (
  <div class="pair">
    <div class="pair__main">{children}</div>
    <div class="pair__side stack">{side}</div>
  </div>
);

type Titled = { readonly title?: string; readonly id?: string; readonly children?: Child };

/** One thing to read on the desk. `id` names the heading for screen readers. */
export const Card = ({ title, id, children }: Titled) => (
  <section class="card" aria-labelledby={title === undefined ? undefined : id}>
    {title === undefined ? null : <h2 id={id}>{title}</h2>}
    {children}
  </section>
);

/** A part of a sheet, with space above. */
export const Section = ({ title, id, children }: Titled) => (
  <section class="section" aria-labelledby={title === undefined ? undefined : id}>
    {title === undefined ? null : <h2 id={id}>{title}</h2>}
    {children}
  </section>
);

const noteIcons: Readonly<Record<NoteKind, IconName>> = {
  info: "info",
  warn: "warning",
  ok: "ok",
  stop: "error",
};
export type NoteKind = "info" | "warn" | "ok" | "stop";
type NoteProps = WithChildren & {
  readonly kind: NoteKind;
  readonly title: string;
  readonly icon?: IconName;
  /** Read out by itself when the page opens: for what has just been done. */
  readonly status?: boolean;
};

/** Something to know. The title says what it is; colour and icon only repeat it. */
export const Note = ({ kind, title, icon, status, children }: NoteProps) => (
  <div class={`note note--${kind}`} role={status ? "status" : undefined}>
    <Icon name={icon ?? noteIcons[kind]} />
    <div class="note__body">
      <b class="note__title">{title}</b>
      {children}
    </div>
  </div>
);

/** Nothing there: one sentence why, one what next. */
export const Empty = ({ why, next }: { readonly why: string; readonly next?: string }) => (
  <div class="empty">
    <p>{why}</p>
    {next === undefined ? null : <p>{next}</p>}
  </div>
);
