// Tests the package as npm would get it: node packages/apkg/test/published/check.mjs
// Packs it, installs the tarball in a temporary folder, and uses it there from plain JavaScript, on this Node and on the
// oldest that package.json allows, and from TypeScript. Needs the registry; exits with 1 for a failure.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packageFolder = join(here, "../..");
const root = join(packageFolder, "../..");
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const work = mkdtempSync(join(tmpdir(), "apkg-published-"));
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
let failed = 0;

function hold(what, check) {
  try {
    const said = check();
    console.log(`ok      ${what}${said ? ` (${said})` : ""}`);
  } catch (error) {
    failed += 1;
    console.log(`not ok  ${what}\n${error.stdout ?? ""}${error.stderr ?? ""}${error.stack ?? error}`);
  }
}

try {
  const pnpm = ["-y", packageManager];
  run("npx", [...pnpm, "pack", "--pack-destination", work], packageFolder);
  const tarball = readdirSync(work).find((name) => name.endsWith(".tgz"));
  const inside = run("tar", ["-tzf", join(work, tarball)], work)
    .split("\n")
    .filter(Boolean);
  hold("the tarball holds JavaScript, types, README and licence, and no sources or tests", () => {
    const foreign = inside.filter(
      (path) => !/^package\/(dist\/.*\.(js|d\.ts)|package\.json|README\.md|LICENSE)$/.test(path),
    );
    if (foreign.length > 0) throw new Error(foreign.join("\n"));
    for (const name of ["README.md", "LICENSE"]) if (!inside.includes(`package/${name}`)) throw new Error(`No ${name}`);
    return `${inside.length} files`;
  });
  cpSync(join(here, "consumer"), work, { recursive: true });
  writeFileSync(join(work, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  run("npm", ["install", "--no-audit", "--no-fund", join(work, tarball), "sql.js@1.16.0", "node@22.13.0"], work);
  const bytes = [];
  for (const node of [process.execPath, join(work, "node_modules/.bin/node")]) {
    const version = run(node, ["--version"], work).trim();
    hold(`plain JavaScript writes, reads and checks a package on Node ${version}`, () => {
      bytes.push(run(node, ["use.mjs"], work));
      return bytes.at(-1).trim();
    });
  }
  hold("both write the same bytes", () => {
    if (bytes[0] !== bytes[1]) throw new Error(bytes.join(" and "));
  });
  hold("its types are whole, without skipLibCheck", () => {
    const tsc = join(root, "node_modules/.bin/tsc");
    run(tsc, ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "", "use.ts"], work);
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
