import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkEntries, compile, readTopic } from "../src/index.ts";
import { lines, structure } from "./fixture.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "topic-"));
  await mkdir(join(root, "topic/figures"), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const write = (path: string, content: string | Uint8Array) => writeFile(join(root, path), content);
const svg = (attributes: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="1" height="1"/></svg>`;
/** A black PNG. */
const png = (width: number, height: number) => {
  const chunk = (type: string, body: Uint8Array) => {
    const bytes = Buffer.alloc(12 + body.length);
    bytes.writeUInt32BE(body.length, 0);
    bytes.write(type, 4, "latin1");
    bytes.set(body, 8);
    bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + body.length)), 8 + body.length);
    return bytes;
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = deflateSync(Buffer.alloc(height * (1 + width)));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
};

describe("readTopic", () => {
  test("gives Markdown by code unit, with README.md and without CHANGELOG.md", async () => {
    for (const name of ["b.md", "a.md", "README.md", "a-b.md", "CHANGELOG.md", ".DS_Store", "package.json"]) {
      await write(`topic/${name}`, "");
    }
    const { id, folder, files, entries } = readTopic("topic", root);
    expect([id, folder]).toEqual(["topic", "topic"]);
    const [topic, ...others] = entries.map(({ type, path }) => [type, path]);
    expect(topic).toEqual(["topic", "topic"]);
    expect(others).toEqual(files.map(({ path }) => ["markdown", path]));
    expect(files.map(({ path }) => path)).toEqual(["topic/README.md", "topic/a-b.md", "topic/a.md", "topic/b.md"]);
  });

  test("names files relative to the working directory", async () => {
    await write("topic/a.md", "");
    const paths = (folder: string, cwd: string) => readTopic(folder, cwd).files.map(({ path }) => path);
    expect(paths(".", join(root, "topic"))).toEqual(["a.md"]);
    expect(paths(join(root, "topic"), root)).toEqual(["topic/a.md"]);
    expect(paths("../topic", join(root, "topic"))).toEqual(["a.md"]);
    expect(readTopic(".", join(root, "topic")).id).toBe("topic");
  });

  test("gives figures with their natural size", async () => {
    await write("topic/figures/box.svg", svg('viewBox="0 0 300 150"'));
    await write("topic/figures/mm.svg", svg('width="25.4mm" height="1in"'));
    await write("topic/figures/percent.svg", svg('width="100%" height="100%" viewBox="0, 0, 40, 30"'));
    await write("topic/figures/wide.svg", svg('width="80" viewBox="0 0 40 30"'));
    await write("topic/figures/photo.png", png(640, 480));
    const { figures } = readTopic("topic", root);
    expect(await faultsOf()).toEqual(["topic/README.md topic-page"]);
    expect(figures.map(({ path, mediaType, width, height }) => [path, mediaType, width, height])).toEqual([
      ["figures/box.svg", "image/svg+xml", 300, 150],
      ["figures/mm.svg", "image/svg+xml", 96, 96],
      ["figures/percent.svg", "image/svg+xml", 40, 30],
      ["figures/photo.png", "image/png", 640, 480],
      ["figures/wide.svg", "image/svg+xml", 80, 60],
    ]);
    expect(Buffer.from(figures[3]?.base64 ?? "", "base64")).toEqual(Buffer.from(png(640, 480)));
  });

  test("keeps a byte order mark, so that it can be reported", async () => {
    await write("topic/a.md", "\ufeffText");
    expect(readTopic("topic", root).files[0]?.text).toBe("\ufeffText");
  });

  test("follows no link out of the topic, and reads no folder", async () => {
    await write("secret.md", "secret");
    await symlink(join(root, "secret.md"), join(root, "topic/stolen.md"));
    await symlink(join(root, "nowhere.md"), join(root, "topic/dangling.md"));
    await mkdir(join(root, "topic/folder.md"));
    await write("secret.svg", svg('viewBox="0 0 1 1"'));
    await symlink(join(root, "secret.svg"), join(root, "topic/figures/stolen.svg"));
    const { files, figures } = readTopic("topic", root);
    expect([files, figures]).toEqual([[], []]);
    expect(await faultsOf()).toEqual([
      "topic/README.md topic-page",
      "topic/dangling.md symbolic-link",
      "topic/figures/stolen.svg symbolic-link",
      "topic/folder.md symbolic-link",
      "topic/stolen.md symbolic-link",
    ]);
  });

  test("names whatever looks like an item and is not read as one", async () => {
    for (const path of ["README.md", "seen.md", "upper.MD", "other.markdown", "new.mdx", ".hidden.md", "notes.txt"]) {
      await write(`topic/${path}`, "");
    }
    for (const folder of ["part/deeper", "plain", "dist", "node_modules", ".drafts"]) {
      await mkdir(join(root, "topic", folder), { recursive: true });
    }
    for (const path of [
      "part/deeper/inner.md",
      "dist/made.md",
      "node_modules/theirs.md",
      ".drafts/x.md",
      "plain/a.py",
    ]) {
      await write(`topic/${path}`, "");
    }
    await mkdir(join(root, "elsewhere"));
    await symlink(join(root, "elsewhere"), join(root, "topic/linked"));
    await symlink("seen.md", join(root, "topic/.#seen.md"));
    expect(readTopic("topic", root).files.map(({ name }) => name)).toEqual(["README.md", "seen.md"]);
    expect(await faultsOf()).toEqual([
      "topic/.drafts no-stray-item",
      "topic/.hidden.md no-stray-item",
      "topic/linked no-stray-item",
      "topic/new.mdx no-stray-item",
      "topic/other.markdown no-stray-item",
      "topic/part no-stray-item",
      "topic/upper.MD no-stray-item",
    ]);
  });

  test("follows no link to a folder of figures", async () => {
    await write("topic/README.md", "");
    await rm(join(root, "topic/figures"), { recursive: true });
    await mkdir(join(root, "secret"));
    await write("secret/private.svg", svg('viewBox="0 0 1 1"'));
    await symlink(join(root, "secret"), join(root, "topic/figures"));
    expect(readTopic("topic", root).figures).toEqual([]);
    expect(await faultsOf()).toEqual(["topic/figures symbolic-link"]);
  });

  test.each([
    ["Baking", "`baking`"],
    ["two words", "`two-words`"],
    ["under_score", "`under-score`"],
    ["日本史", "lower-case words joined by hyphens, such as `deep-learning`"],
    ["a".repeat(120), "at most 80 characters"],
  ])("names a folder that cannot be a topic: %s", async (name, expected) => {
    await mkdir(join(root, name));
    await write(`${name}/README.md`, "");
    const messages = await checkEntries(readTopic(name, root), { rules: structure });
    expect(messages.map(({ file, rule }) => [file, rule])).toEqual([[name, "folder-name"]]);
    expect(messages[0]?.text).toContain(`expected ${expected}: rename it`);
  });

  test("does not load a file that is too large", async () => {
    await write("topic/large.md", "a".repeat(64 * 1024 + 1));
    await write("topic/fits.md", "a".repeat(64 * 1024));
    await write("topic/figures/large.png", new Uint8Array(2 * 1024 * 1024 + 1));
    expect(readTopic("topic", root).files.map(({ path }) => path)).toEqual(["topic/fits.md"]);
    expect(await faultsOf()).toEqual([
      "topic/README.md topic-page",
      "topic/figures/large.png file-size",
      "topic/large.md file-size",
    ]);
  });

  test("names the first byte that is not UTF-8, and gives no text", async () => {
    await write("topic/latin.md", Uint8Array.from([0x61, 0x0a, 0x62, 0xe9]));
    const source = readTopic("topic", root);
    expect(source.files).toEqual([]);
    const found = (await checkEntries(source, { rules: structure })).filter(({ rule }) => rule === "utf-8");
    expect(lines(found)).toMatch(/^2:2-2:3 error /);
  });

  test("throws for a folder that does not exist", () => {
    expect(() => readTopic("nothing", root)).toThrow(/nothing/);
  });
});

test("a topic with an unusable figure is not compiled", async () => {
  await write("topic/README.md", "---\nid: topic\ntitle: A topic\nsummary: What it is about.\n---\n\nText.\n");
  const compiled = () => compile(readTopic("topic", root), { rules: structure });
  expect((await compiled()).topic).toBeDefined();
  await write("topic/figures/bad.svg", svg('viewBox="0 0 1 1" onload="alert(1)"'));
  const { topic, messages } = await compiled();
  expect(topic).toBeUndefined();
  expect(messages.map(({ file, rule }) => [file, rule])).toEqual([["topic/figures/bad.svg", "figure-safe"]]);
});

/** Faults of the topic's entries, by file. */
async function faultsOf(): Promise<string[]> {
  const messages = await checkEntries(readTopic("topic", root), { rules: structure });
  return messages.map(({ file, rule }) => `${file} ${rule}`);
}
