import { encode } from "uqr";

/** Modules of quiet around the pattern (ISO/IEC 18004). */
const quiet = 4;

/** Neighbours in one row are drawn as one: no hairlines between them. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        const width = (end < 0 ? row.length : end) - x;
        return [`M${x + quiet} ${y + quiet}h${width}v1h-${width}z`];
      }),
    )
    .join("");

type QrCodeProps = {
  /** ASCII best: other letters cost three bytes each. */
  readonly text: string;
  /** What it is, for screen readers. */
  readonly label: string;
};

/** On white whatever the page's colours are; error correction L, as a screen has no stains. */
export const QrCode = ({ text, label }: QrCodeProps) => {
  const { data, size } = encode(text, { ecc: "L", border: 0, boostEcc: false });
  const side = size + 2 * quiet;
  return (
    <span class="qr">
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
        <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
        <path d={pathOf(data)} />
      </svg>
    </span>
  );
};
