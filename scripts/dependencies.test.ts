import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const project = JSON.parse(read("package.json"));
const lock: Record<string, { resolved?: string; integrity?: string; hasInstallScript?: boolean }> =
  JSON.parse(read("package-lock.json")).packages;

const direct: Record<string, string> = {
  ...project.dependencies,
  ...project.optionalDependencies,
  ...project.devDependencies,
};

test("every direct dependency has an exact version and its reason in the record", () => {
  const rows = read("docs/adr/0010-dependencies.md").matchAll(/^\| (\S+) \| (\d\S*) \| \S.* \|$/gm);
  const told = Object.fromEntries([...rows].map(([, name, version]) => [name, version]));
  assert.deepEqual(told, direct);
});

test("the lock file holds hashes and no addresses", () => {
  const packages = Object.entries(lock).filter(([path]) => path !== "");
  assert.ok(packages.length > 100);
  for (const [path, { resolved, integrity }] of packages) {
    assert.equal(resolved, undefined, path);
    assert.match(integrity ?? "", /^sha512-/, path);
  }
});

test("who may run an install script, or may not, is listed", () => {
  const installing = Object.entries(lock)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
  // Some are there twice: another version within somebody's own folder.
  assert.deepEqual(Object.keys(project.allowScripts).sort(), [...new Set(installing)].sort());
});
