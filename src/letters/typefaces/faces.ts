import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import type { Cut, FaceName } from "./types.ts";
import { readVariations, type Variations } from "./variations.ts";

const files: Readonly<Record<FaceName, readonly [packageName: string, file: string]>> = {
  "biz-regular": ["@expo-google-fonts/biz-udgothic", "./400Regular/BIZUDGothic_400Regular.ttf"],
  "biz-bold": ["@expo-google-fonts/biz-udgothic", "./700Bold/BIZUDGothic_700Bold.ttf"],
  "noto-regular": ["@embedpdf/fonts-jp", "../fonts/NotoSansJP-Regular.otf"],
  "noto-bold": ["@embedpdf/fonts-jp", "../fonts/NotoSansJP-Bold.otf"],
};

/** The first that has a character draws it: Noto has 𠮷 and the rarer forms of Adobe-Japan1. */
export const facesOf = (cut: Cut): readonly FaceName[] =>
  cut === "english" ? ["noto-regular"] : [`biz-${cut}`, `noto-${cut}`];

export type Face = {
  readonly name: FaceName;
  readonly font: Font;
  readonly variations: Variations;
};

/** @throws when the typeface's package is not installed */
export const openFace = (name: FaceName): Face => {
  const [packageName, file] = files[name];
  const bytes = readFileSync(new URL(file, import.meta.resolve(packageName)));
  const font = create(bytes) as Font;
  return { name, font, variations: readVariations(font) };
};
