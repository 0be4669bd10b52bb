import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";

/** The examples of the packages' READMEs, run as a reader would: from the root, and in a temporary folder. */

const run = promisify(execFile);
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const packages = readdirSync(join(root, "packages")).filter((name) =>
  existsSync(join(root, "packages", name, "package.json")),
);
const pages = packages.map((name) => ({
  name,
  examples: examplesOf(readFileSync(join(root, "packages", name, "README.md"), "utf8")),
}));

describe("READMEs", () => {
  test.each(pages.filter(({ examples }) => examples.length > 0))(
    "the examples of $name run, one after the other, and print what their comments say",
    async ({ name, examples }) => {
      const here = mkdtempSync(join(tmpdir(), "readme-"));
      // Inside the package, so that it can import the package's dependencies and the package itself.
      const folder = join(root, "packages", name, "dist", `readme-${process.pid}`);
      onTestFinished(() => {
        for (const path of [here, folder]) rmSync(path, { recursive: true, force: true });
      });
      symlinkSync(join(root, "packages"), join(here, "packages"));
      mkdirSync(folder, { recursive: true });
      for (const [index, source] of examples.entries()) {
        const file = join(folder, `example-${index}.ts`);
        writeFileSync(file, source);
        const { stdout } = await run(process.execPath, [file], { cwd: here });
        for (const line of promisedBy(source)) expect(stdout.split("\n")).toContain(line);
      }
    },
  );

  test("several examples show their output", () => {
    const sources = pages.flatMap(({ examples }) => examples);
    expect(sources.filter((source) => promisedBy(source).length > 0).length).toBeGreaterThan(5);
  });
});

function examplesOf(page: string): string[] {
  return [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, source = ""]) => source);
}

/** The comment lines directly below a `console.log`. */
function promisedBy(source: string): string[] {
  return [...source.matchAll(/console\.log\(.*\n\/\/ (.*)$/gm)].map(([, line = ""]) => line);
}
