import type { InBoth, Language } from "../../../society/types.ts";
import type { NewPasskey } from "./verify/index.ts";

const same = (name: string): InBoth => ({ ja: name, en: name });

/**
 * What keeps a passkey, by its AAGUID; only for names. Source: the community's list
 * (github.com/passkeydeveloper/passkey-authenticator-aaguids, August 2026), the common ones of it.
 */
const keepers: Readonly<Record<string, InBoth>> = {
  "fbfc3007-154e-4ecc-8c0b-6e020557d7bd": { ja: "Appleの「パスワード」", en: "Apple Passwords" },
  "dd4ec289-e01d-41c9-bb89-70fa845d4bf2": { ja: "iCloudキーチェーン", en: "iCloud Keychain" },
  "ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4": {
    ja: "Googleパスワードマネージャー",
    en: "Google Password Manager",
  },
  "adce0002-35bc-c60a-648b-0b25f1f05503": { ja: "MacのChrome", en: "Chrome on Mac" },
  "771b48fd-d3d4-4f74-9232-fc157ab0507a": { ja: "MacのEdge", en: "Edge on Mac" },
  "08987058-cadc-4b81-b6e1-30de50dcbe96": same("Windows Hello"),
  "9ddd1817-af5a-4672-a2b9-3e3dd95000a9": same("Windows Hello"),
  "6028b017-b1d4-4c02-b4b3-afcdafc96bb2": same("Windows Hello"),
  "d3452668-01fd-4c12-926c-83a4204853aa": {
    ja: "Microsoftパスワードマネージャー",
    en: "Microsoft Password Manager",
  },
  "53414d53-554e-4700-0000-000000000000": same("Samsung Pass"),
  "bada5566-a7aa-401f-bd96-45619a55120d": same("1Password"),
  "d548826e-79b4-db40-a3d8-11116f7e8349": same("Bitwarden"),
  "531126d6-e717-415c-9320-3d9aa6981239": same("Dashlane"),
  "0ea242b4-43c4-4a1b-8b17-dd6d0b6baec6": same("Keeper"),
  "b84e4048-15dc-4dd0-8640-f4f60813c8af": same("NordPass"),
  "50726f74-6f6e-5061-7373-50726f746f6e": same("Proton Pass"),
  "fdb141b2-5d84-443e-8a35-4698c205a502": same("KeePassXC"),
  "b78a0a55-6ef8-d246-a042-ba0f6d55050c": same("LastPass"),
  "f3809540-7f14-49c1-a8b3-8f813b225541": same("Enpass"),
};

/** The first that fits. An Android tablet says no 「Mobile」. */
const devices: readonly (readonly [RegExp, InBoth])[] = [
  [/iPhone/, same("iPhone")],
  [/iPad/, same("iPad")],
  [/Android.*Mobile/, { ja: "スマートフォン(Android)", en: "Phone (Android)" }],
  [/Android/, { ja: "タブレット(Android)", en: "Tablet (Android)" }],
  [/Windows/, { ja: "パソコン(Windows)", en: "Computer (Windows)" }],
  [/Mac OS X|Macintosh/, { ja: "パソコン(Mac)", en: "Computer (Mac)" }],
  [/Linux|CrOS/, { ja: "パソコン", en: "Computer" }],
];
const roaming = {
  key: { ja: "セキュリティキー", en: "Security key" },
  phone: { ja: "別のスマートフォン", en: "Another phone" },
} satisfies Record<string, InBoth>;
const unknown: InBoth = { ja: "パスキー", en: "Passkey" };

type Made = Pick<NewPasskey, "aaguid" | "transports" | "isRoaming">;

const kindOf = ({ aaguid, transports, isRoaming }: Made, userAgent: string): InBoth => {
  const keeper = keepers[aaguid];
  if (keeper) return keeper;
  // Made on another device: what this browser says of itself would be a wrong name.
  if (isRoaming) return transports.includes("hybrid") ? roaming.phone : roaming.key;
  return devices.find(([mark]) => mark.test(userAgent))?.[1] ?? unknown;
};

/** What a passkey is called when its owner says nothing. */
export const defaultName = (made: Made, userAgent: string, lang: Language): string =>
  kindOf(made, userAgent)[lang];
