import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recall, sandbox, text } from "./run.ts";

const edition = (date: string, version: string) =>
  `id: law\ntitle: Law\nlanguage: en\nversion: ${version}\ndate: ${date}\ntopics: [contracts, torts]\n`;

/** A folder with two topics of law and an edition of them, released once. */
async function released(): Promise<string> {
  const folder = sandbox("law");
  renameSync(join(folder, "law"), join(folder, "content"));
  writeFileSync(join(folder, "edition.yaml"), edition("2026-11-20", "1.0.0"));
  expect(await recall(folder, "release")).toMatchObject({
    code: 0,
    err: "",
    out: "1.0.0 of 2026-11-20: 4 items added; 8 new cards\nreleased.json\n",
  });
  return folder;
}

function change(folder: string, path: string, from: string, to: string): void {
  const file = join(folder, "content", path);
  const before = text(file);
  expect(before).toContain(from);
  writeFileSync(file, before.replace(from, to));
}

function renameItem(folder: string): void {
  rmSync(join(folder, "dist"), { recursive: true, force: true });
  const file = text(folder, "content/contracts/offer.md");
  rmSync(join(folder, "content/contracts/offer.md"));
  writeFileSync(
    join(folder, "content/contracts/offers.md"),
    file.replace("id: offer", "id: offers").replace("kind:", "formerly: [offer]\nkind:"),
  );
}

test("a second release of the same content changes only the date", async () => {
  const folder = await released();
  const first = text(folder, "released.json");
  expect((await recall(folder, "release", "--date", "2026-12-24")).out).toBe(
    "1.0.0 of 2026-12-24: 4 items as before; no card changes\nreleased.json\n",
  );
  expect(text(folder, "released.json")).toBe(first.replace("2026-11-20", "2026-12-24"));
});

test("recall diff reports the same edit from the register and from a package", async () => {
  const folder = await released();
  await recall(folder, "publish", "--to", "anki", "--out", "old");
  change(folder, "torts/negligence.md", "title: ", "title: About ");
  change(folder, "torts/negligence.md", "related: [offer]", "related: [offers]");
  renameItem(folder);
  const { code, out, err } = await recall(folder, "diff");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toBe(
    [
      "changed  negligence: 1 card",
      "changed  offers (was offer): 3 cards",
      "2 items changed, 2 items as before; 4 cards updated",
      "",
    ].join("\n"),
  );
  expect((await recall(folder, "diff", "old/anki/law.apkg")).out).toBe(out);
  expect(JSON.parse((await recall(folder, "diff", "--format", "json")).out)).toMatchObject({ unchanged: 2 });
});

test("a released item that disappeared is an error of lint, publish, diff and release, in its topic's page", async () => {
  const folder = await released();
  const register = text(folder, "released.json");
  rmSync(join(folder, "content/torts/negligence.md"));
  change(folder, "contracts/offer.md", " and [negligence](../torts/negligence.md)", "");
  const { code, out } = await recall(folder, "lint", "--format", "json");
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject([{ file: "content/torts/README.md", rule: "released-kept" }]);
  for (const command of [["publish", "--to", "anki"], ["release"], ["diff"]]) {
    const run = await recall(folder, ...command);
    expect([command[0], run.code]).toEqual([command[0], 1]);
    expect(run.err).toContain("Released item `negligence` disappeared: add it to `formerly`");
  }
  expect(text(folder, "released.json")).toBe(register);
});

test("an entry under `retired` in the topic's page fixes it, and learners are informed", async () => {
  const folder = await released();
  rmSync(join(folder, "content/torts/negligence.md"));
  change(folder, "contracts/offer.md", " and [negligence](../torts/negligence.md)", "");
  change(folder, "torts/README.md", "title:", "retired: [{ id: negligence, reason: Moved., use: offer }]\ntitle:");
  expect(await recall(folder, "lint")).toMatchObject({ code: 0 });
  expect((await recall(folder, "diff")).out).toContain("retired  negligence: 1 card\n");
  expect((await recall(folder, "release", "--date", "2026-12-24")).code).toBe(0);
  expect(JSON.parse(text(folder, "released.json")).retired.negligence).toMatchObject({ topic: "torts" });
});

test("every failure is one clear line", async () => {
  const folder = await released();
  const fails = async (...args: string[]) => {
    const { code, err } = await recall(folder, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(/^recall: .*\n$/);
    return err;
  };
  expect(await fails("release", "--date", "24.12.2026")).toContain("expected a day, such as 2026-11-20");
  expect(await fails("release", "--date", "2026-11-19")).toContain("dated before the last, of 2026-11-20");
  expect(await fails("diff", "none.apkg")).toContain("there is no such file or folder");
  expect(await fails("diff", "edition.yaml")).toContain("edition.yaml is not JSON");
  writeFileSync(join(folder, "broken.apkg"), "no zip");
  expect(await fails("diff", "broken.apkg")).toContain("is not a whole zip file");
  writeFileSync(join(folder, "released.json"), "{}");
  expect(await fails("release")).toContain("which only `recall release` writes");
  rmSync(join(folder, "released.json"));
  expect(await fails("diff")).toContain("There is no release to compare with");
});

test("without an edition.yaml there is nothing to release", async () => {
  const { code, err } = await recall(sandbox("law"), "release", "--content", "law");
  expect([code, err]).toEqual([
    2,
    "recall: There is nothing to release, since there is no edition.yaml here or above: add one, or name it with `--edition`\n",
  ]);
});
