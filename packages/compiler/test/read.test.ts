import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compile, read } from "../src/index.ts";

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

describe("read", () => {
  test("gives Markdown by code unit, with README.md and without CHANGELOG.md and hidden files", async () => {
    for (const name of ["b.md", "a.md", "README.md", "a-b.md", "CHANGELOG.md", ".draft.md", "package.json"]) {
      await write(`topic/${name}`, "");
    }
    const { id, folder, files, broken } = await read("topic", root);
    expect([id, folder, broken]).toEqual(["topic", "topic", []]);
    expect(files.map(({ path }) => path)).toEqual(["topic/README.md", "topic/a-b.md", "topic/a.md", "topic/b.md"]);
  });

  test("names files relative to the working directory", async () => {
    await write("topic/a.md", "");
    const paths = async (folder: string, cwd: string) => (await read(folder, cwd)).files.map(({ path }) => path);
    expect(await paths(".", join(root, "topic"))).toEqual(["a.md"]);
    expect(await paths(join(root, "topic"), root)).toEqual(["topic/a.md"]);
    expect(await paths("../topic", join(root, "topic"))).toEqual(["a.md"]);
    expect((await read(".", join(root, "topic"))).id).toBe("topic");
  });

  test("gives figures with their natural size", async () => {
    await write("topic/figures/box.svg", svg('viewBox="0 0 300 150"'));
    await write("topic/figures/mm.svg", svg('width="25.4mm" height="1in"'));
    await write("topic/figures/percent.svg", svg('width="100%" height="100%" viewBox="0, 0, 40, 30"'));
    await write("topic/figures/wide.svg", svg('width="80" viewBox="0 0 40 30"'));
    await write("topic/figures/photo.png", png(640, 480));
    const { figures, broken } = await read("topic", root);
    expect(broken).toEqual([]);
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
    expect(String((await read("topic", root)).files[0])).toBe("\ufeffText");
  });

  test("follows no link out of the topic, and reads no folder", async () => {
    await write("secret.md", "secret");
    await symlink(join(root, "secret.md"), join(root, "topic/stolen.md"));
    await symlink(join(root, "nowhere.md"), join(root, "topic/dangling.md"));
    await mkdir(join(root, "topic/folder.md"));
    await write("secret.svg", svg('viewBox="0 0 1 1"'));
    await symlink(join(root, "secret.svg"), join(root, "topic/figures/stolen.svg"));
    const { files, figures, broken } = await read("topic", root);
    expect([files, figures]).toEqual([[], []]);
    expect(broken?.flatMap(({ path, messages }) => messages.map(({ ruleId }) => [path, ruleId]))).toEqual([
      ["topic/dangling.md", "symbolic-link"],
      ["topic/folder.md", "symbolic-link"],
      ["topic/stolen.md", "symbolic-link"],
      ["topic/figures/stolen.svg", "symbolic-link"],
    ]);
  });

  test("does not load a file that is too large", async () => {
    await write("topic/large.md", "a".repeat(64 * 1024 + 1));
    await write("topic/fits.md", "a".repeat(64 * 1024));
    await write("topic/figures/large.png", new Uint8Array(2 * 1024 * 1024 + 1));
    const { files, broken } = await read("topic", root);
    expect(files.map(({ path }) => path)).toEqual(["topic/fits.md"]);
    expect(
      broken?.flatMap(({ messages }) => messages.map(({ ruleId, fatal, reason }) => [ruleId, fatal, reason])),
    ).toEqual([
      ["file-size", true, "Unexpected size of 65 KiB, expected at most 64 KiB: split the file"],
      [
        "file-size",
        true,
        "Unexpected size of 2049 KiB, expected at most 2048 KiB: save it with fewer points or pixels",
      ],
    ]);
  });

  test("throws for a folder that is not there", async () => {
    await expect(read("nothing", root)).rejects.toThrow(/nothing/);
  });
});

test("what cannot be read stops the topic", async () => {
  await write("topic/README.md", "---\nid: topic\ntitle: A topic\nsummary: What it is about.\n---\n\nText.\n");
  expect((await compile(await read("topic", root))).object).toBeDefined();
  await write("topic/figures/bad.svg", svg('viewBox="0 0 1 1" onload="alert(1)"'));
  const { object, files } = await compile(await read("topic", root));
  expect(object).toBeUndefined();
  expect(files.map(({ path, messages }) => [path, messages.length])).toEqual([
    ["topic/README.md", 0],
    ["topic/figures/bad.svg", 1],
  ]);
});
