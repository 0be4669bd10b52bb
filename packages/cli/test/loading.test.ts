import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publishers } from "../src/publishers.ts";
import { sandbox, text } from "./run.ts";

const here = import.meta.dirname;

/** Source files of publishers that a run loads, such as `publish-json/src/product.ts`. */
function publisherFilesOf(folder: string, ...args: string[]): string[] {
  const log = join(folder, "modules.txt");
  execFileSync(process.execPath, ["--import", join(here, "log-modules.mjs"), join(here, "../bin/recall.js"), ...args], {
    cwd: folder,
    env: { ...process.env, MODULES: log, NODE_DISABLE_COMPILE_CACHE: "1" },
  });
  const files = text(log).match(/(?<=packages\/)publish-[^/]+\/src\/\S+/g) ?? [];
  return [...new Set(files)].sort();
}

const light = publishers.flatMap(({ name }) => [
  `publish-${name}/src/product.ts`,
  `publish-${name}/src/registration.ts`,
]);

test("a command that publishes nothing loads registrations and schemas of publishers alone", () => {
  expect(publisherFilesOf(sandbox(), "publish", "--help")).toEqual([...light].sort());
});

test("checking loads no publisher", () => {
  const files = publisherFilesOf(sandbox("law"), "lint", "law");
  expect(files.filter((file) => !light.includes(file))).toEqual([]);
});

test("publishing one format loads no other", () => {
  const files = publisherFilesOf(sandbox("law"), "publish", "--content", "law", "--to", "csv", "--out", "made");
  expect(files).toContain("publish-csv/src/publisher.ts");
  expect(files.filter((file) => /^publish-(anki|json)/.test(file) && !light.includes(file))).toEqual([]);
});
