import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { sandbox, text, tree } from "./run.ts";

/** Tests that need a process of their own: a console that breaks, and signals. */

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

describe("a console that breaks", () => {
  test("a closed pipe is not an error: the exit code is that of the check", async () => {
    const folder = wrongItems(400);
    const child = recall(["lint", "law", "--format", "json"], { cwd: folder });
    child.stdout?.once("data", () => child.stdout?.destroy());
    expect(await ended(child)).toEqual({ code: 1, signal: null, err: "" });
  });

  test("an output that cannot be written is one clear line and exit code 2", async () => {
    const folder = sandbox("law");
    const unwritable = openSync(join(folder, "law/torts/README.md"), "r");
    const child = recall(["lint", "law"], { cwd: folder, stdio: ["ignore", unwritable, "pipe"] });
    const { code, err } = await ended(child);
    closeSync(unwritable);
    expect(err).toMatch(/^recall: Cannot write to the standard output: .+\n$/);
    expect(code).toBe(2);
  });
});

test("a bug in recall is reported as such, with its stack and its own exit code", async () => {
  const broken = "data:text/javascript,delete globalThis.TextDecoder";
  const child = spawn(process.execPath, ["--import", broken, join(root, "bin/recall.js"), "lint", "law"], {
    cwd: sandbox("law"),
  });
  const { code, err } = await ended(child);
  expect(err).toMatch(
    /^recall: this is a fault of recall itself.*\n.*\/issues\nReferenceError: TextDecoder .*\n {4}at /,
  );
  expect(code).toBe(3);
});

describe("Ctrl-C while files are written", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("%s leaves the old files, and nothing half-written", async (signal) => {
    const folder = sandbox();
    mkdirSync(join(folder, "made"));
    writeFileSync(join(folder, "made/0.json"), "of the last run");
    const script = join(folder, "write.ts");
    writeFileSync(script, writeMany(signal));
    const end = await ended(spawn(process.execPath, [script], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] }));
    expect(end).toMatchObject({ code: null, signal });
    expect(tree(join(folder, "made"))).toEqual(["0.json"]);
    expect(text(folder, "made/0.json")).toBe("of the last run");
  });
});

/** A program that writes many files and gets a signal in the middle. */
function writeMany(signal: string): string {
  return `
    import { writeArtifacts } from ${JSON.stringify(pathToFileURL(join(root, "src/write.ts")).href)};
    async function* artifacts() {
      for (let index = 0; index < 500; index++) {
        if (index === 100) process.kill(process.pid, "${signal}");
        yield { path: \`\${index}.json\`, bytes: new Uint8Array(1000) };
      }
    }
    await writeArtifacts("made", "json", artifacts());
  `;
}

/** A folder with more faults than fit into a pipe at once. */
function wrongItems(count: number): string {
  const folder = sandbox("law");
  for (let number = 0; number < count; number++) {
    writeFileSync(join(folder, `law/torts/wrong-${number}.md`), `---\nid: wrong-${number}\nkind: gude\n---\n\n<b>\n`);
  }
  return folder;
}

function recall(args: readonly string[], options: SpawnOptions): ChildProcess {
  const { FORCE_COLOR: _, ...env } = process.env;
  return spawn(process.execPath, [join(root, "bin/recall.js"), ...args], { env, ...options });
}

async function ended(child: ChildProcess): Promise<Ended> {
  let err = "";
  child.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, err })));
}
