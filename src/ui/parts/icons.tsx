import { raw } from "hono/html";

/*
 * Our own drawings on a 24 px grid, one line weight; class t is the one area at 16 %, class f a
 * filled dot. Constants only: nothing from outside ever goes through `raw`.
 */
const both = (shape: string) => shape.replace(/^<(\w+)/, '<$1 class="t"') + shape;
const circle = both('<circle cx="12" cy="12" r="9"/>');
const sheet = both('<path d="M5.5 3H14l4.5 4.5V21h-13z"/>');

const drawings = {
  next: '<path d="m9 5 7 7-7 7"/>',
  back: '<path d="m15 5-7 7 7 7"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  download: '<path d="M12 4v12M7.5 11.5 12 16l4.5-4.5M4 17v3h16v-3"/>',
  upload: '<path d="M12 16V4M7.5 8.5 12 4l4.5 4.5M4 16v4h16v-4"/>',
  "sign-out": '<path d="M10 4H5v16h5"/><path d="M10 12h10"/><path d="m16 8 4 4-4 4"/>',
  home: '<path class="t" d="M5 11v9h14v-9l-7-6z"/><path d="m3 12 9-8 9 8"/><path d="M5.5 10v10h13V10"/><path d="M10 20v-5.5h4V20"/>',
  person: `${both('<circle cx="12" cy="8" r="4"/>')}<path d="M4 20.5c1-4 4-6 8-6s7 2 8 6"/>`,
  family:
    '<circle class="t" cx="8" cy="7.5" r="3.5"/><circle cx="8" cy="7.5" r="3.5"/><path d="M2 19.5c.5-4 2.8-6 6-6 1.5 0 2.8.4 3.8 1.3"/><circle class="t" cx="16.5" cy="12" r="2.5"/><circle cx="16.5" cy="12" r="2.5"/><path d="M11.8 20.5c.5-2.8 2.2-4 4.7-4s4.2 1.2 4.7 4"/>',
  terms: `${both('<path d="M6 3h12v18H6z"/>')}<path d="M9 8h6M9 12h6M9 16h4"/>`,
  guide:
    '<path class="t" d="M12 6.5C10 5 7 4.5 3.5 5v14c3.5-.5 6.5 0 8.5 1.5z"/><path d="M12 6.5C10 5 7 4.5 3.5 5v14c3.5-.5 6.5 0 8.5 1.5 2-1.5 5-2 8.5-1.5V5C17 4.5 14 5 12 6.5z"/><path d="M12 6.5v14"/>',
  question: `${both('<path d="M4 4h16v13H10l-4 4v-4H4z"/>')}<path d="M9.7 8.7c.2-1.3 1.1-2 2.4-2 1.4 0 2.4.8 2.4 2 0 1.6-2.3 1.7-2.3 3.4"/><circle class="f" cx="12.2" cy="14.2" r=".6"/>`,
  telephone: both(
    '<path d="M5 4h4l1.5 5-2.3 1.5a12 12 0 0 0 5.3 5.3L15 13.5l5 1.5v4c0 1-1 1.5-2 1.5C10.5 20 4 13.5 3.5 6 3.5 5 4 4 5 4z"/>',
  ),
  mail: `${both('<rect x="3" y="5" width="18" height="14" rx="2"/>')}<path d="m3.5 7 8.5 6 8.5-6"/>`,
  error: `${circle}<path d="M12 7v6"/><circle class="f" cx="12" cy="16.5" r="1"/>`,
  warning: `${both('<path d="M12 3.5 22 20.5H2z"/>')}<path d="M12 10v4.5"/><circle class="f" cx="12" cy="17.5" r="1"/>`,
  info: `${circle}<path d="M12 11v6"/><circle class="f" cx="12" cy="7.5" r="1"/>`,
  ok: `${circle}<path d="m8 12.5 3 3 5.5-6.5"/>`,
  clock: `${circle}<path d="M12 7v5l3.5 2.5"/>`,
  search: `${both('<circle cx="10.5" cy="10.5" r="6.5"/>')}<path d="m15.5 15.5 5 5"/>`,
  bell: '<path class="t" d="M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10z"/><path d="M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10zM10 20c.5.7 1.2 1 2 1s1.5-.3 2-1"/>',
  lock: `${both('<rect x="5" y="11" width="14" height="10" rx="2"/>')}<path d="M8 11V7.5a4 4 0 0 1 8 0V11M12 15v2.5"/>`,
  fingerprint:
    '<path d="M5 10.5A7 7 0 0 1 18.7 9M19 13c0 2.5-.3 4.5-.8 6.5M5 14.5c0 1-.1 1.8-.3 2.5"/><path d="M8.5 19.5c.4-1.7.6-3.5.6-6a3 3 0 0 1 6 0c0 3-.3 5.3-1 7.5M12 13.5c0 3-.3 5.2-1 7.5"/>',
  phone: `${both('<rect x="6.5" y="2.5" width="11" height="19" rx="2"/>')}<path d="M10.5 18.5h3"/>`,
  computer: `${both('<rect x="4" y="5" width="16" height="10.5" rx="1.5"/>')}<path d="M2 19h20"/>`,
  "text-size": '<path d="M3 19 8.5 5 14 19M5 14.5h7"/><path d="m14 19 3.5-9 3.5 9M15.2 16h4.6"/>',
  "medical-costs": `${both('<path d="M5.5 3h13v18l-3.25-2L12 21l-3.25-2-3.25 2z"/>')}<path d="M9 7l3 4.5L15 7M12 11.5V16M9.3 12h5.4M9.3 14.3h5.4"/>`,
  prescriptions:
    '<path class="t" d="M12 6.3 6.3 12l2.9-2.9 5.7 5.7L12 17.7l5.7-5.7a4 4 0 0 0-5.7-5.7z"/><rect x="3.3" y="8" width="17.4" height="8" rx="4" transform="rotate(-45 12 12)"/><path d="m9.2 9.2 5.6 5.6"/>',
  checkups: `${both('<rect x="4.5" y="4.5" width="15" height="17" rx="2"/>')}<rect x="9" y="2.5" width="6" height="4" rx="1" fill="#fff"/><path d="M7.3 14h2.3l1.5-3.3 2 5.6 1.5-2.3h2.2"/>`,
  "eligibility-notice": `${both('<rect x="2.5" y="5" width="19" height="14" rx="2"/>')}<circle cx="8.5" cy="10.5" r="2"/><path d="M5.3 16c.4-1.7 1.6-2.5 3.2-2.5s2.8.8 3.2 2.5M14.5 10h4M14.5 13.5h4"/>`,
  "eligibility-certificate": `${sheet}<path d="M14 3v4.5h4.5M8.8 14.2l2.3 2.3 4.2-4.7"/>`,
  applications:
    '<path class="t" d="M4 3h13v8l-7 7v3H4z"/><path d="M17.5 10V5a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h4.5"/><path d="M8 8h6M8 12h3.5"/><path d="m13 20.5.7-3.2 5.2-5.2 2.5 2.5-5.2 5.2z"/>',
  "checkup-booking":
    '<path class="t" d="M4 5h16v5H4z"/><rect x="4" y="5" width="16" height="16" rx="2"/><path d="M4 10h16M8.5 3v4M15.5 3v4M9 15.5l2.2 2.2 4-4.2"/>',
  travel: `${both('<rect x="3.5" y="8" width="17" height="12" rx="2"/>')}<path d="M9 8V6a2 2 0 0 1 2-2h2a2 2 0 0 1 2 2v2M8 8v12M16 8v12"/>`,
} as const;

export type IconName = keyof typeof drawings | "dependent-review";

/** Every drawing by the name of what it means: the gallery shows them all. */
export const iconNames = Object.keys(drawings) as (keyof typeof drawings)[];

const open = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">';
const ready = new Map<IconName, ReturnType<typeof raw>>([
  ...iconNames.map((name) => [name, raw(`${open}${drawings[name]}</svg>`)] as const),
  ["dependent-review", raw(`${open}${drawings.family}</svg>`)],
]);

/** `name` by meaning. Decoration only: words always stand beside it. */
export const Icon = ({ name }: { readonly name: IconName }) => <>{ready.get(name)}</>;
