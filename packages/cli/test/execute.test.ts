import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, type TestContext, test, vi } from "vitest";
import { controlGroup } from "../src/run/control-group.ts";
import { circumstances, sampleEnvironment } from "../src/run/environment.ts";
import { execute } from "../src/run/execute.ts";
import { sampleLimits } from "../src/run/limits.ts";
import { findProgram } from "../src/run/program.ts";
import { findIsolation, type Isolation, type IsolationName, wrap } from "../src/run/sandbox.ts";
import { sandbox, text } from "./run.ts";

/** Limits of samples, and how they end: with everything that they started. */

vi.setConfig({ testTimeout: 60_000 });

const bin = join(dirname(fileURLToPath(import.meta.url)), "../bin/recall.js");
const found = new Map<IsolationName, Isolation | string>();
for (const name of ["bubblewrap", "none"] as const) {
  found.set(name, await findIsolation(name, process.env, tmpdir()).catch((error: Error) => error.message));
}

/** Skips a test where an isolation does not work, and says why. */
function needs(name: IsolationName, context: TestContext): Isolation {
  const isolation = found.get(name) ?? "";
  context.skip(typeof isolation === "string", String(isolation));
  return isolation as Isolation;
}

/** Runs a shell script within limits. */
async function runScript(
  isolation: Isolation,
  script: string,
  limits: Partial<typeof sampleLimits & { seconds: number }> = {},
) {
  const folder = sandbox();
  const all = { ...sampleLimits, seconds: 60, ...limits };
  const isBare = isolation.name === "none";
  const env = { ...sampleEnvironment(circumstances[0]), ...(isBare ? { HOME: folder } : {}) };
  const wrapped = await wrap([isolation.bash, "-c", script], isolation, all, { env, folders: [folder] });
  return execute(wrapped, folder, { limits: all, marker: isBare ? folder : undefined });
}

/** Whether a process with this argument runs. */
function isRunning(argument: string): boolean {
  return readdirSync("/proc").some((pid) => {
    try {
      return (
        /^\d+$/.test(pid) &&
        readFileSync(join("/proc", pid, "cmdline"), "utf8")
          .split("\0")
          .includes(argument)
      );
    } catch {
      return false;
    }
  });
}

/** Waits until no process with this argument runs; the kernel takes a moment to end many. */
async function endOf(argument: string): Promise<boolean> {
  for (let time = 0; time < 200; time++) {
    if (!isRunning(argument)) return true;
    await sleep(50);
  }
  return false;
}

/** A number of seconds for `sleep` that no other process uses. */
let sleeps = 1_000_000 + process.pid * 100;

describe.each(["bubblewrap", "none"] as const)("with isolation %s", (name) => {
  test.for([
    ["that has a session of its own", "setsid sleep SLEEP &"],
    ["whose parent has ended", "(setsid sh -c 'sleep SLEEP & sleep SLEEP' &)"],
    ["that ignores the signals to end", "(trap '' TERM HUP INT; setsid sleep SLEEP) &"],
  ])("a child %s neither keeps a sample from ending nor outlives it", async ([, start = ""], context) => {
    const isolation = needs(name, context);
    const seconds = String(sleeps++);
    const execution = await runScript(isolation, `${start.replaceAll("SLEEP", seconds)}\nsleep 0.3; echo done`);
    expect(execution).toMatchObject({ kind: "done", code: 0, stdout: "done\n" });
    expect(await endOf(seconds)).toBe(true);
  });

  test("a sample that exceeds its time is killed with everything it started", async (context) => {
    const isolation = needs(name, context);
    const seconds = String(sleeps++);
    const execution = await runScript(isolation, `setsid sleep ${seconds} & sleep ${seconds}`, { seconds: 1 });
    expect(execution).toEqual({ kind: "stopped", reason: "it did not end within 1 second" });
    expect(await endOf(seconds)).toBe(true);
  });

  test("processes are counted for the whole sample", async (context) => {
    const isolation = needs(name, context);
    const seconds = String(sleeps++);
    const script = `for n in $(seq 60); do setsid sleep ${seconds} & done; sleep ${seconds}`;
    const execution = await runScript(isolation, script, { processes: 40 });
    expect(execution).toEqual({ kind: "stopped", reason: "it started more than 40 processes and threads" });
    expect(await endOf(seconds)).toBe(true);
  });

  test("memory is counted for the whole sample", async (context) => {
    const isolation = needs(name, context);
    const seconds = String(sleeps++);
    const script = `hold() { local x; x=$(head -c 30000000 /dev/zero | tr '\\0' x); sleep ${seconds}; }
for n in 1 2 3 4 5; do hold & done; wait`;
    const execution = await runScript(isolation, script, { memory: 100 * 2 ** 20 });
    expect(execution).toEqual({ kind: "stopped", reason: "it used more than 100 MiB of memory" });
    expect(await endOf(seconds)).toBe(true);
  });

  test("memory of anonymous files counts too", async (context) => {
    const isolation = needs(name, context);
    const script = `exec python3 -c 'import os, time
for n in range(6):
    os.write(os.memfd_create("x"), bytes(50_000_000))
time.sleep(60)'`;
    const hasPython = await findProgram("python3", "/usr/local/bin:/usr/bin:/bin", tmpdir());
    context.skip(hasPython === undefined, "the system has no python3");
    const execution = await runScript(isolation, script, { memory: 200 * 2 ** 20 });
    expect(execution).toEqual({ kind: "stopped", reason: "it used more than 200 MiB of memory" });
  });

  test.for([
    ["standard output", "yes"],
    ["standard error", "yes >&2"],
    ["both together", "yes & yes >&2"],
  ])("what is printed to %s is limited", async ([, script = ""], context) => {
    const execution = await runScript(needs(name, context), script, { output: 200_000 });
    expect(execution).toEqual({ kind: "stopped", reason: "it printed more than 0.2 MB" });
  });

  test("all output of a sample is kept when it ends", async (context) => {
    const execution = await runScript(needs(name, context), "seq 100000; echo end >&2");
    const stdout = Array.from({ length: 100_000 }, (_, index) => `${index + 1}\n`).join("");
    expect(execution).toMatchObject({ kind: "done", code: 0, stdout, stderr: "end\n" });
  });
});

describe("in the sandbox", () => {
  test("disk is limited: scratch folders have a size, and nothing else can be written", async (context) => {
    const isolation = needs("bubblewrap", context);
    const script = `for folder in /tmp /dev/shm; do head -c 3000000 /dev/zero > $folder/x || echo "$folder is full"; done
for folder in / /dev /usr /proc /home; do (echo > $folder/x) 2>/dev/null && echo "$folder can be written"; done; true`;
    const execution = await runScript(isolation, script, { scratch: 2_000_000 });
    expect(execution).toMatchObject({ kind: "done", stdout: "/tmp is full\n/dev/shm is full\n" });
  });

  test("no environment variable of the caller is seen, and no user, host or process", async (context) => {
    const isolation = needs("bubblewrap", context);
    const script =
      "env -0 | sort -z | cut -z -d= -f1 | tr '\\0' ' '; echo; id -u; uname -n; ls -d /proc/[0-9]* | wc -l";
    const execution = await runScript(isolation, script);
    expect(execution).toMatchObject({ kind: "done" });
    const { stdout } = execution as { stdout: string };
    const names = [...Object.keys(sampleEnvironment(circumstances[0])), "PWD", "SHLVL", "_"].sort();
    expect(stdout.split("\n")[0]?.trim().split(" ").sort()).toEqual(names);
    expect(stdout.split("\n").slice(1, 3)).toEqual(["1000", "sample"]);
    expect(Number(stdout.trim().split("\n")[3])).toBeLessThan(8);
  });

  test("no further user namespace can be made", async (context) => {
    const isolation = needs("bubblewrap", context);
    expect(await runScript(isolation, "unshare --user true 2>/dev/null || echo refused")).toMatchObject({
      stdout: "refused\n",
    });
  });

  test("a sample ends when recall is killed", async (context) => {
    needs("bubblewrap", context);
    const seconds = String(sleeps++);
    const child = startRecall({ long: `sleep ${seconds}` });
    while (!isRunning(seconds)) await sleep(50);
    child.kill("SIGKILL");
    expect(await endOf(seconds)).toBe(true);
  });
});

/** `recall run` on a folder of Bash samples by id, one after the other in the order of their ids. */
function startRecall(samples: Readonly<Record<string, string>>, isolation: IsolationName = "bubblewrap") {
  const folder = sandbox();
  mkdirSync(join(folder, "t"));
  mkdirSync(join(folder, "tmp"));
  writeFileSync(join(folder, "t/README.md"), "---\nid: t\ntitle: Topic\nsummary: A topic.\n---\n\nText.\n");
  for (const [id, code] of Object.entries(samples)) {
    const front = `id: ${id}\nkind: code\ntitle: The sample ${id}\nshort: Print it and compare.\ndifficulty: easy\nlanguage: bash`;
    const body = `Do it.\n\n\`\`\`bash\n${code}\n\`\`\`\n\n\`\`\`output\n1\n\`\`\`\n`;
    writeFileSync(join(folder, `t/${id}.md`), `---\n${front}\n---\n\n${body}`);
  }
  const args = [bin, "run", "t", "--jobs", "1", "--isolation", isolation];
  const env = { ...process.env, TMPDIR: join(folder, "tmp") };
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: "ignore" });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on("close", (_, signal) => resolve(signal)));
  return Object.assign(child, { folder, ended });
}

test.for(["bubblewrap", "none"] as const)(
  "Ctrl-C with isolation %s keeps finished samples, ends the running one and leaves no file behind",
  async (name, context) => {
    needs(name, context);
    const seconds = String(sleeps++);
    const child = startRecall(
      { first: "echo 1", second: `setsid sleep ${seconds} & sleep ${seconds}`, third: "echo 1" },
      name,
    );
    while (!isRunning(seconds)) await sleep(50);
    child.kill("SIGINT");
    expect(await child.ended).toBe("SIGINT");
    expect(Object.keys(JSON.parse(text(child.folder, "samples.lock.json")).samples)).toEqual(["first"]);
    expect(readdirSync(join(child.folder, "tmp")).filter((entry) => entry.startsWith("recall-"))).toEqual([]);
    expect(readdirSync(child.folder).sort()).toEqual(["samples.lock.json", "t", "tmp"]);
    expect(await endOf(seconds)).toBe(true);
  },
);

test("two runs at once record every sample of both", async () => {
  const isolation = typeof found.get("bubblewrap") === "string" ? "none" : "bubblewrap";
  const { folder, ended } = startRecall({}, isolation);
  await ended;
  const ids = Array.from({ length: 8 }, (_, index) => `s${index}`);
  for (const id of ids) {
    const front = `id: ${id}\nkind: code\ntitle: The sample ${id}\nshort: Print it and compare.\ndifficulty: easy\nlanguage: bash`;
    writeFileSync(
      join(folder, `t/${id}.md`),
      `---\n${front}\n---\n\nDo it.\n\n\`\`\`bash\necho 1\n\`\`\`\n\n\`\`\`output\n1\n\`\`\`\n`,
    );
  }
  const run = (half: readonly string[]) =>
    new Promise((resolve) => {
      const files = half.map((id) => `t/${id}.md`);
      spawn(process.execPath, [bin, "run", "--isolation", isolation, ...files], { cwd: folder, stdio: "ignore" }).on(
        "close",
        resolve,
      );
    });
  expect(await Promise.all([run(ids.slice(0, 4)), run(ids.slice(4))])).toEqual([0, 0]);
  expect(Object.keys(JSON.parse(text(folder, "samples.lock.json")).samples)).toEqual(ids);
});

test("a control group of systemd limits memory and processes, and knows only systemd's address", () => {
  const env = { XDG_RUNTIME_DIR: "/run/user/1000", SECRET: "x" };
  expect(controlGroup("/usr/bin/systemd-run", env, false)).toEqual({
    command: [
      ...["/usr/bin/systemd-run", "--user", "--scope", "--quiet", "--collect"],
      ...["-p", "MemoryMax=4294967296", "-p", "MemorySwapMax=0", "-p", "TasksMax=512", "--"],
    ],
    env: { XDG_RUNTIME_DIR: "/run/user/1000" },
  });
  expect(controlGroup("/usr/bin/systemd-run", env, true).command).not.toContain("--user");
});
