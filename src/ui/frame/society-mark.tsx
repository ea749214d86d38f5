const sizes: Readonly<Record<number, number>> = { 1: 26, 2: 17 };

/** The society's sign: white on a square of its colour. One character, at most three. */
export const SocietyMark = ({ mark }: { readonly mark: string }) => {
  const characters = Array.from(mark).slice(0, 3);
  return (
    <svg class="society__mark" viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <rect width="44" height="44" rx="12" fill="currentColor" />
      <text
        x="22"
        y="22"
        dy=".36em"
        fill="#fff"
        font-size={sizes[characters.length] ?? 13}
        font-weight="700"
        text-anchor="middle"
      >
        {characters.join("")}
      </text>
    </svg>
  );
};

const kind = "健康保険組合";

/** The name, allowed to break before 健康保険組合 and nowhere else. */
export const SocietyName = ({ name }: { readonly name: string }) =>
  name.endsWith(kind) && name !== kind ? (
    <>
      {name.slice(0, -kind.length)}
      <wbr />
      {kind}
    </>
  ) : (
    <span>{name}</span>
  );
