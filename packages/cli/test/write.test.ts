import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Artifact, Publication } from "@high-recall/core";
import { expect, test } from "vitest";
import { appendArtifacts, type Made, removeObsolete, writeTogether } from "../src/write.ts";
import { sandbox, text, tree } from "./run.ts";

const bytes = (words: string) => new TextEncoder().encode(words);
const sum = (words: string) => createHash("sha256").update(words).digest("hex");

/** Writes what a publisher makes, as `recall publish` does. */
async function write(folder: string, artifacts: Publication["artifacts"]): Promise<Made> {
  const made = await writeTogether((append) => appendArtifacts(folder, "test", { artifacts, notices: [] }, append));
  await removeObsolete(made);
  return made;
}

test("joins the pieces of a file in order, and sums up the whole", async () => {
  const folder = sandbox();
  const { manifest } = await write(folder, [
    { path: "all.txt", bytes: bytes("one ") },
    { path: "a/b.txt", bytes: bytes("between") },
    { path: "all.txt", bytes: bytes("two") },
  ]);
  expect([text(folder, "all.txt"), text(folder, "a/b.txt")]).toEqual(["one two", "between"]);
  expect(manifest.artifacts).toEqual([
    { path: "all.txt", bytes: 7, sha256: sum("one two") },
    { path: "a/b.txt", bytes: 7, sha256: sum("between") },
  ]);
});

test("writes each artifact before it asks for the next, under a temporary name", async () => {
  const folder = sandbox();
  const seen: string[][] = [];
  async function* artifacts(): AsyncGenerator<Artifact> {
    for (const name of ["a", "b"]) {
      yield { path: `${name}.txt`, bytes: bytes(name) };
      seen.push(tree(folder).map((path) => path.replace(/\d+/, "PID")));
    }
  }
  await write(folder, artifacts());
  expect(seen).toEqual([["a.txt.PID.tmp"], ["a.txt.PID.tmp", "b.txt.PID.tmp"]]);
  expect(tree(folder)).toEqual([".recall/test.json", "a.txt", "b.txt"]);
});

test("leaves the last run's files when a publisher fails half-way", async () => {
  const folder = sandbox();
  await write(folder, [{ path: "a.txt", bytes: bytes("old") }]);
  function* failing(): Generator<Artifact> {
    yield { path: "a.txt", bytes: bytes("new") };
    throw new Error("no more");
  }
  await expect(write(folder, failing())).rejects.toThrow("no more");
  expect(tree(folder)).toEqual([".recall/test.json", "a.txt"]);
  expect(text(folder, "a.txt")).toBe("old");
});

test("refuses an artifact outside of the folder", async () => {
  const folder = sandbox();
  const artifacts = [{ path: "../a.txt", bytes: bytes("a") }];
  await expect(write(join(folder, "made"), artifacts)).rejects.toThrow("lies outside of");
  expect(tree(folder)).toEqual([]);
});
