import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
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
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { Failure } from "../src/failure.ts";
import { withFileLock } from "../src/file-lock.ts";
import { readRegularFile } from "../src/read-file.ts";
import { replaceFile } from "../src/replace-file.ts";
import { findIsolation } from "../src/run/sandbox.ts";
import { writeArtifacts, writePublications } from "../src/write.ts";
import { recover } from "../src/write-journal.ts";
import { recall, sandbox, text, tree } from "./run.ts";

vi.setConfig({ testTimeout: 60_000 });

const source = join(dirname(fileURLToPath(import.meta.url)), "../src");
const bytes = (text: string) => new TextEncoder().encode(text);

/** Files of an output folder with their text, without what recall keeps there for itself. */
function contents(folder: string): Record<string, string> {
  const files = tree(folder).filter((path) => !path.startsWith(".recall/"));
  return Object.fromEntries(files.map((path) => [path, text(folder, path)]));
}

describe("writing artifacts", () => {
  test("takes lists and streams, and requests an artifact only when the previous one is on disk", async () => {
    const folder = sandbox();
    const seen: string[][] = [];
    async function* stream() {
      for (const path of ["b/1", "b/2", "c"]) {
        seen.push(tree(folder).map((file) => file.replace(/.*\/new\//, "")));
        yield { path, bytes: bytes(path) };
      }
    }
    await writePublications(folder, [
      ["one", [{ path: "a", bytes: bytes("a") }]],
      ["two", stream()],
    ]);
    expect(seen).toEqual([["a"], ["a", "b/1"], ["a", "b/1", "b/2"]]);
    expect(contents(folder)).toEqual({ a: "a", "b/1": "b/1", "b/2": "b/2", c: "c" });
    expect(tree(join(folder, ".recall"))).toEqual(["one.json", "two.json"]);
  });

  test("removes files that the last run of the same name made, and nothing else", async () => {
    const folder = sandbox();
    const write = (name: string, ...paths: string[]) =>
      writeArtifacts(
        folder,
        name,
        paths.map((path) => ({ path, bytes: bytes(name) })),
      );
    await write("one", "a/1", "a/2", "top", "own/1");
    await write("two", "a/3", "own-2/1");
    writeFileSync(join(folder, "a/mine"), "mine");
    await write("one", "a/2", "own/2");
    expect(Object.keys(contents(folder))).toEqual(["a/2", "a/3", "a/mine", "own-2/1", "own/2"]);
  });

  test("leaves everything as it was when a publisher fails halfway", async () => {
    const folder = sandbox();
    await writeArtifacts(folder, "one", [{ path: "a/1", bytes: bytes("old") }]);
    async function* failing() {
      yield { path: "a/1", bytes: bytes("new") };
      throw new RangeError("of the publisher");
    }
    await expect(writeArtifacts(folder, "one", failing())).rejects.toThrow(RangeError);
    expect(contents(folder)).toEqual({ "a/1": "old" });
    expect(tree(join(folder, ".recall"))).toEqual(["one.json"]);
  });

  test("joins the pieces of a file in order", async () => {
    const folder = sandbox();
    const piece = (path: string, text: string) => ({ path, bytes: bytes(text) });
    const [manifest] = await writePublications(folder, [
      ["one", [piece("a/1", "x"), piece("a/2", "z"), piece("a/1", "y")]],
    ]);
    expect(contents(folder)).toMatchObject({ "a/1": "xy", "a/2": "z" });
    expect(manifest?.artifacts.map(({ path, bytes: size }) => [path, size])).toEqual([
      ["a/1", 2],
      ["a/2", 1],
    ]);
  });

  test("refuses two formats with the same path", async () => {
    const folder = sandbox();
    const artifact = { path: "a/1", bytes: bytes("x") };
    const made = ["one", "two"].map((name): [string, (typeof artifact)[]] => [name, [artifact]]);
    await expect(writePublications(folder, made)).rejects.toThrow(
      /^Two formats make a\/1: give each a path of its own/,
    );
    expect(tree(folder)).toEqual([]);
  });
});

describe("a symbolic link in the output", () => {
  const elsewhere = (folder: string) => {
    mkdirSync(join(folder, "elsewhere"));
    writeFileSync(join(folder, "elsewhere/1"), "mine");
    mkdirSync(join(folder, "made"));
    return join(folder, "made");
  };

  test.each(["a", "a/b", ".recall"])(
    "instead of the folder %s is refused, and nothing is written through it",
    async (link) => {
      const folder = sandbox();
      const made = elsewhere(folder);
      mkdirSync(dirname(join(made, link)), { recursive: true });
      symlinkSync(join(folder, "elsewhere"), join(made, link));
      const writing = writeArtifacts(made, "one", [{ path: "a/b/1", bytes: bytes("x") }]);
      await expect(writing).rejects.toThrow(/^Cannot write .*: it is a symbolic link.*remove it$/);
      await expect(writing).rejects.toThrow(Failure);
      expect(tree(join(folder, "elsewhere"))).toEqual(["1"]);
      expect(text(folder, "elsewhere/1")).toBe("mine");
    },
  );

  test("instead of a file is replaced, not followed", async () => {
    const folder = sandbox();
    const made = elsewhere(folder);
    symlinkSync(join(folder, "elsewhere/1"), join(made, "a"));
    await writeArtifacts(made, "one", [{ path: "a", bytes: bytes("x") }]);
    expect([text(made, "a"), text(folder, "elsewhere/1")]).toEqual(["x", "mine"]);
  });

  test("is not followed to remove what an earlier run made", async () => {
    const folder = sandbox();
    const made = elsewhere(folder);
    await writeArtifacts(made, "one", [{ path: "a/1", bytes: bytes("x") }]);
    rmSync(join(made, "a"), { recursive: true });
    symlinkSync(join(folder, "elsewhere"), join(made, "a"));
    await writeArtifacts(made, "one", [{ path: "b", bytes: bytes("x") }]).catch(() => {});
    expect(text(folder, "elsewhere/1")).toBe("mine");
  });

  test("is not followed by a file that is replaced below a root", async () => {
    const folder = sandbox();
    const made = elsewhere(folder);
    symlinkSync(join(folder, "elsewhere"), join(made, "dist"));
    await expect(replaceFile(join(made, "dist/1"), bytes("x"), made)).rejects.toThrow(/symbolic link/);
    for (let n = 0; n < 200; n++) symlinkSync(join(folder, "elsewhere/1"), join(made, `2.${process.pid}-${n}.tmp`));
    await replaceFile(join(made, "2"), bytes("x")).catch(() => {});
    expect(text(folder, "elsewhere/1")).toBe("mine");
  });
});

describe("unexpected files in the output", () => {
  test("a manifest or a journal that leads out of the folder removes nothing", async () => {
    const folder = sandbox();
    writeFileSync(join(folder, "mine"), "mine");
    const staging = join(folder, "made/.recall/staging.999999999.0");
    mkdirSync(staging, { recursive: true });
    const manifest = { artifacts: [{ path: "../mine", bytes: 1, sha256: "" }] };
    writeFileSync(join(folder, "made/.recall/one.json"), JSON.stringify(manifest));
    writeFileSync(join(staging, "journal.json"), JSON.stringify({ moves: [], replaced: [], removed: ["../mine"] }));
    await writeArtifacts(join(folder, "made"), "one", [{ path: "a", bytes: bytes("x") }]);
    expect(tree(folder)).toEqual(["made/.recall/one.json", "made/a", "mine"]);
  });

  test.each(["pipe", "/dev/zero"])("a %s instead of the manifest does not block", async (kind) => {
    const folder = sandbox();
    mkdirSync(join(folder, ".recall"));
    const path = join(folder, ".recall/one.json");
    if (kind === "pipe") execFileSync("mkfifo", [path]);
    else symlinkSync(kind, path);
    await expect(readRegularFile(path)).rejects.toThrow("it is a pipe or a device, not a file");
    await writeArtifacts(folder, "one", [{ path: "a", bytes: bytes("x") }]);
    expect(JSON.parse(text(path)).artifacts).toHaveLength(1);
  });
});

describe("an output that cannot be written", () => {
  test("because it is read-only names the folder and how to fix it", async (context) => {
    context.skip(process.getuid?.() === 0, "root may write everywhere");
    const folder = sandbox();
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    await expect(writeArtifacts(join(folder, "a/b"), "one", [])).rejects.toThrow(
      `Cannot write ${join(folder, "a")}: permission denied. Make it writable, or choose another folder with \`--out\``,
    );
  });

  test("because the disk is full names the file and how to fix it, and keeps the old files", async (context) => {
    const works = await findIsolation("bubblewrap", process.env, tmpdir()).catch((error: Error) => error.message);
    context.skip(typeof works === "string", String(works));
    const folder = sandbox();
    const script = join(folder, "write.ts");
    writeFileSync(
      script,
      `import { writeArtifacts } from ${JSON.stringify(pathToFileURL(join(source, "write.ts")).href)};
       await writeArtifacts("/tmp/small", "one", [{ path: "a/1", bytes: new Uint8Array(100) }]);
       const large = Array.from({ length: 9 }, (_, index) => ({ path: "a/" + index, bytes: new Uint8Array(2e5) }));
       await writeArtifacts("/tmp/small", "one", large).catch((error) => console.log(error.message));
       const { readdirSync, statSync } = await import("node:fs");
       console.log(readdirSync("/tmp/small/a"), statSync("/tmp/small/a/1").size, readdirSync("/tmp/small/.recall"));`,
    );
    const small = ["--size", "1000000", "--tmpfs", "/tmp/small", "--ro-bind", folder, folder];
    const root = join(source, "../../..");
    const inside = [
      "--ro-bind",
      "/",
      "/",
      "--tmpfs",
      "/tmp",
      "--ro-bind",
      root,
      root,
      ...small,
      process.execPath,
      script,
    ];
    const out = execFileSync("bwrap", ["--dev-bind", "/", "/", ...inside].slice(3), { encoding: "utf8" });
    expect(out).toMatch(
      /^Cannot write \/tmp\/small\/a\/\d: no space is left on the device\. What was there before is unchanged: free some space/,
    );
    expect(out).toContain("[ '1' ] 100 [ 'one.json' ]");
  });
});

/** A program that writes numbered generations of artifacts by two publishers. */
function generations(folder: string, setUp: string, first: number, last: number): string {
  return `
    ${setUp}
    const { writePublications } = await import(${JSON.stringify(pathToFileURL(join(source, "write.ts")).href)});
    for (let generation = ${first}; generation <= ${last}; generation++) {
      const bytes = new TextEncoder().encode(String(generation));
      const list = (...paths) => paths.map((path) => ({ path, bytes }));
      async function* stream() {
        for (const artifact of list("json/2/3", "json/only-" + generation, "root-" + generation)) yield artifact;
      }
      if (generation === ${first}) process.stdout.write("ready");
      await writePublications(${JSON.stringify(folder)}, [["json", stream()], ["pdf", list("pdf/1", "shared/1", "shared/2")]]);
    }`;
}

/** The files after a generation, with the user's own file in a shared folder. */
function expectedOf(generation: number): Record<string, string> {
  const made = ["json/2/3", `json/only-${generation}`, "pdf/1", `root-${generation}`, "shared/1", "shared/2"];
  return { ...Object.fromEntries(made.map((path) => [path, String(generation)])), "shared/mine": "mine" };
}

/** The number that every file of the output has; undefined when they are of several generations, or some are missing. */
function generationOf(folder: string): number | undefined {
  const found = contents(folder);
  const generation = Number(found["shared/1"]);
  return JSON.stringify(found) === JSON.stringify(sorted(expectedOf(generation))) ? generation : undefined;
}

function sorted(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A separate folder, so that programs of a failed test do not disturb others. */
function outputFolder(): { folder: string; made: string } {
  const folder = mkdtempSync(join(tmpdir(), "recall-kill-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "made/shared"), { recursive: true });
  writeFileSync(join(folder, "made/shared/mine"), "mine");
  return { folder, made: join(folder, "made") };
}

/** Runs a program; gives what ended it. With `delay`, it is killed that many milliseconds after it said that it is ready. */
function run(folder: string, program: string, delay?: number): Promise<NodeJS.Signals | null> {
  const script = join(folder, "write.mjs");
  writeFileSync(script, program);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.once("data", () => {
      if (delay !== undefined) setTimeout(() => child.kill("SIGKILL"), delay);
    });
    child.on("close", (_, signal) => resolve(signal));
  });
}

describe("a kill leaves all old or all new", () => {
  test("at each file operation, once the next run has begun", async () => {
    const { folder, made } = outputFolder();
    await run(folder, generations(made, "", 1, 1));
    expect(generationOf(made)).toBe(1);
    let outcomes = "";
    let generation = 1;
    for (let step = 1; ; step++) {
      // The process kills itself before the step, so that every moment between two steps is tested.
      const setUp = `
        import fs from "node:fs";
        import { syncBuiltinESMExports } from "node:module";
        let left = ${step};
        for (const name of ["mkdir", "open", "link", "rename", "rm", "writeFile"]) {
          const real = fs.promises[name];
          fs.promises[name] = (...args) => {
            if (--left === 0) process.kill(process.pid, "SIGKILL");
            return real(...args);
          };
        }
        syncBuiltinESMExports();`;
      const next = generation + 1;
      const signal = await run(folder, generations(made, setUp, next, next));
      const hasJournal = readdirSync(join(made, ".recall")).some((name) =>
        existsSync(join(made, ".recall", name, "journal.json")),
      );
      // The first thing that the next run does.
      await withFileLock(join(made, ".recall/lock"), () => recover(made));
      const found = generationOf(made);
      expect([generation, next], `killed at step ${step}`).toContain(found);
      if (signal === null || hasJournal) expect(found).toBe(next);
      expect(tree(join(made, ".recall"))).toEqual(["json.json", "pdf.json"]);
      outcomes += found === next ? "n" : "o";
      generation = found ?? generation;
      if (signal === null) break;
    }
    expect(outcomes).toMatch(/^o{10,}n{10,}$/);
  }, 180_000);

  test("at 40 random moments", async () => {
    const { folder, made } = outputFolder();
    const random = randomFrom(20261130);
    await run(folder, generations(made, "", 1, 1));
    let next = 2;
    const found = new Set<number>();
    for (let kill = 0; kill < 40; kill++) {
      await run(folder, generations(made, "", next, next + 1_000_000), random() * 120);
      await withFileLock(join(made, ".recall/lock"), () => recover(made));
      const generation = generationOf(made);
      expect(generation, `kill ${kill}`).toBeDefined();
      found.add(generation ?? 0);
      next = (generation ?? next) + 1;
    }
    expect(found.size).toBeGreaterThan(1);
  }, 180_000);
});

/** Numbers from 0 to 1, the same for the same seed. @see Marsaglia 2003, xorshift */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

describe("a file lock", () => {
  test("lets one process in at a time, and does not wait for a dead one", async () => {
    const folder = sandbox();
    const count = join(folder, "count");
    writeFileSync(count, "0");
    writeFileSync(
      join(folder, "lock"),
      JSON.stringify({ host: (await import("node:os")).hostname(), pid: 999999999, token: "x" }),
    );
    const program = `
      import { readFileSync, writeFileSync } from "node:fs";
      import { setTimeout as sleep } from "node:timers/promises";
      import { withFileLock } from ${JSON.stringify(pathToFileURL(join(source, "file-lock.ts")).href)};
      for (let time = 0; time < 10; time++) await withFileLock(${JSON.stringify(join(folder, "lock"))}, async () => {
        const before = Number(readFileSync(${JSON.stringify(count)}, "utf8"));
        await sleep(1);
        writeFileSync(${JSON.stringify(count)}, String(before + 1));
      });`;
    await Promise.all(
      [1, 2, 3, 4].map((index) => {
        mkdirSync(join(folder, String(index)));
        return run(join(folder, String(index)), program);
      }),
    );
    expect(readFileSync(count, "utf8")).toBe("40");
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });

  test("is released when the work fails", async () => {
    const lock = join(sandbox(), "lock");
    await expect(
      withFileLock(lock, () => sleep(1).then(() => Promise.reject(new Error("of the work")))),
    ).rejects.toThrow("of the work");
    expect(existsSync(lock)).toBe(false);
  });
});

test.each(["edition.yaml", "released.json", "law/samples.lock.json", "law/torts/dist/topic.json"])(
  "a pipe instead of %s does not block",
  async (name) => {
    const folder = sandbox("law");
    if (name === "released.json") {
      const edition =
        "id: law\ntitle: Law\nlanguage: en\nversion: 1.0.0\ndate: 2026-11-20\ntopics: [contracts, torts]\n";
      writeFileSync(join(folder, "edition.yaml"), edition);
    }
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    execFileSync("mkfifo", [join(folder, name)]);
    const { code, err } = await recall(folder, "publish", "--content", "law", "--to", "json", "--out", "made");
    // An object file is only a cache: without one, the topic is compiled again.
    expect(code).toBe(name.endsWith("topic.json") ? 0 : 2);
    if (code === 2) expect(err).toMatch(/^recall: Cannot read .*: it is a pipe or a device, not a file\n$/);
  },
);
