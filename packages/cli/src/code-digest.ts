import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The packages whose code determines the results of checking and compiling. */
const packages = ["core", "tex", "figures", "rules", "compiler", "typeset"];

let known: string | undefined;

/** Digest of the code that checks and compiles, and of the versions it depends on; an edit of either changes it. */
export function codeDigest(): string {
  known ??= digestOf([
    ...packages.map((name) => dirname(fileURLToPath(import.meta.resolve(`@high-recall/${name}`)))),
    dirname(fileURLToPath(import.meta.url)),
  ]);
  return known;
}

/** Digest of all files below the folders, and of the package.json beside each. */
export function digestOf(folders: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const folder of folders) {
    hash.update(readFileSync(join(folder, "../package.json")));
    for (const path of readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()) {
      hash.update(path.slice(folder.length)).update("\0").update(readFileSync(path)).update("\0");
    }
  }
  return hash.digest("hex");
}
