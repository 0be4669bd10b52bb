import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../src/index.ts";
import { sandbox, text } from "./run.ts";

/** Runs `recall lint` on a day, with a cache. */
async function lintOn(today: string | undefined, folder: string, ...paths: string[]): Promise<string> {
  let out = "";
  await main(["lint", ...paths, "--format", "json"], {
    ...{ cwd: folder, columns: 80, isColour: false, cacheFolder: join(folder, "cache"), today, err: () => {} },
    out: (written) => {
      out += written;
    },
  });
  return out;
}

function withDay(day: string): string {
  const folder = sandbox("law");
  const file = join(folder, "law/contracts/offer.md");
  writeFileSync(file, text(file).replace("verified: 2026-11-20", `verified: ${day}`));
  return folder;
}

test("a day that is to come is a fault until it comes, with a cache", async () => {
  const folder = withDay("2030-05-02");
  expect(await lintOn("2030-05-01", folder, "law")).toContain("verified-day");
  expect(await lintOn("2030-05-01", folder, "law")).toContain("verified-day");
  expect(await lintOn("2030-05-02", folder, "law")).not.toContain("verified-day");
  expect(await lintOn("2031-01-01", folder, "law")).not.toContain("verified-day");
});

test("what was checked without a day is checked again with one", async () => {
  const folder = withDay("2030-05-02");
  expect(await lintOn(undefined, folder, "law")).not.toContain("verified-day");
  expect(await lintOn("2030-05-01", folder, "law")).toContain("verified-day");
});
