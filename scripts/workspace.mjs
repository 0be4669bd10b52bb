// `npm start` and `npm test`. Plain JavaScript for any Node from 18 on: it runs the pinned pnpm, which installs the
// pinned Node that everything after it runs on. What was tested is what gets installed: the lockfile is frozen in CI, and
// elsewhere only changes where a package.json has changed, such as by a new topic.
// Before anything is installed or run, the topics are checked for what tools would execute or obey.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { contentFaults, writeTopicManifests } from "./topic-folders.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.env.PATH = (process.env.PATH ?? "").split(delimiter).filter(isTrustedFolder).join(delimiter);
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
// Without the network npx would otherwise ask the registry for more than a minute, though it has pnpm.
const pnpm = ["npx", "-y", "--prefer-offline", manifest.packageManager];

const install = {
  title: "Installing what is missing",
  command: [...pnpm, "install", process.env.CI ? "--frozen-lockfile" : "--prefer-frozen-lockfile", "--prefer-offline"],
  remedy:
    "If it names pnpm-lock.yaml, a package.json has changed: run `npm start` outside of CI and commit pnpm-lock.yaml. " +
    "Else check the network and the free disk space.",
};

const plans = {
  install: [install],
  start: [
    install,
    {
      title: "Building every PDF, deck and JSON file",
      command: [...pnpm, "exec", "turbo", "run", "artifacts", "--filter=./apps/*", "--output-logs=new-only"],
      remedy: "The message above names the file and the place. `npm run lint` shows all faults of the content.",
    },
  ],
  test: [
    install,
    {
      title: "Checking the types",
      command: [...pnpm, "exec", "tsc"],
      remedy: "Fix the types; `npm run types` runs this alone.",
    },
    {
      title: "Checking the code's style",
      command: [...pnpm, "exec", "biome", "ci", "."],
      remedy: "`npm run fix` corrects most of it.",
    },
    {
      title: "Checking the content",
      command: [...pnpm, "exec", "recall", "lint"],
      remedy: "Each message says how to fix it; `npm run lint` runs this alone.",
    },
    {
      title: "Running the tests",
      command: [...pnpm, "exec", "vitest", "run"],
      remedy: "`npm run unit -- path/to/test` runs one file alone.",
    },
  ],
};

const outcomes = { install: "Everything is installed", start: "Everything is built", test: "Everything holds" };

const name = process.argv[2];
if (name === "topics") {
  const written = writeTopicManifests(root);
  console.log(written.map((path) => `${path}\n`).join("") || "Every topic has its package.json.");
  process.exit(0);
}
const plan = name === "check" ? [] : plans[name];
if (!plan) {
  console.error("Usage: npm start | npm test | node scripts/workspace.mjs check | install | topics");
  process.exit(2);
}

const faults = contentFaults(root);
if (faults.length > 0) {
  console.error(
    "\n✖ Nothing was installed or run, because tools would execute or obey what does not belong into content/:\n",
  );
  for (const { path, what, wayOut } of faults)
    console.error(`  ${printable(path)} ${what}.\n    The way out: ${printable(wayOut)}.`);
  console.error("\n  Whose changes are these? SECURITY.md says what a pull request may bring.");
  process.exit(1);
}
if (name === "check") process.exit(0);

const began = Date.now();
const failed = [];
for (const [index, step] of plan.entries()) {
  const from = Date.now();
  console.log(`\n[${index + 1}/${plan.length}] ${step.title} …`);
  const code = await run(step.command);
  const took = seconds(Date.now() - from);
  if (code === 0) {
    console.log(`[${index + 1}/${plan.length}] ${step.title}: done in ${took}`);
    continue;
  }
  console.error(`\n✖ ${step.title} failed (exit code ${code}, ${took}).\n  ${step.remedy}`);
  failed.push(step.title);
  if (name === "start" || step === install) break;
}

if (failed.length > 0) {
  console.error(`\n✖ npm ${name} failed: ${failed.join("; ")}`);
  process.exit(1);
}
if (name === "start") printArtifacts();
console.log(`\n✔ ${outcomes[name]} (${seconds(Date.now() - began)})`);

/** Whether programs may be taken from an entry of PATH: npm and pnpm add folders that the content could fill. */
function isTrustedFolder(folder) {
  const path = relative(join(root, "content"), folder);
  return isAbsolute(folder) && (path.startsWith("..") || isAbsolute(path));
}

/** Without control characters, which could forge lines of output. */
function printable(text) {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (odd) => `\\u{${odd.codePointAt(0)?.toString(16)}}`);
}

/** Runs a command in the root; its output is ours. */
function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: "inherit",
      shell: process.platform === "win32",
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", npm_config_update_notifier: "false" },
    });
    child.on("error", (error) => {
      console.error(`Cannot run ${program}: ${error.message}`);
      resolve(127);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** What was made, where and how large, from the manifests that `recall publish` leaves; folders of many files as one. */
function printArtifacts() {
  const rows = [];
  for (const app of readdirSync(join(root, "apps"))) {
    const dist = join(root, "apps", app, "dist");
    const manifests = join(dist, ".recall");
    if (!existsSync(manifests)) continue;
    for (const file of readdirSync(manifests)
      .filter((file) => file.endsWith(".json"))
      .sort()) {
      const { artifacts } = JSON.parse(readFileSync(join(manifests, file), "utf8"));
      const folders = new Map();
      for (const artifact of artifacts) {
        // Figures are in a folder a topic: one line for all.
        const folder = dirname(artifact.path).replace(/(\/figures)\/.*$/, "$1");
        folders.set(folder, [...(folders.get(folder) ?? []), artifact]);
      }
      for (const [folder, list] of folders) {
        const path = `apps/${app}/dist/${folder}`;
        if (list.length > 8)
          rows.push([`${path}/`, `${list.length} files`, size(list.reduce((sum, one) => sum + one.bytes, 0))]);
        else for (const one of list) rows.push([`apps/${app}/dist/${one.path}`, "", size(one.bytes)]);
      }
    }
  }
  if (rows.length === 0) return;
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  console.log("\nMade:");
  for (const [path, count, bytes] of rows) {
    console.log(`  ${path.padEnd(widths[0])}  ${count.padStart(widths[1])}  ${bytes.padStart(widths[2])}`);
  }
}

function size(bytes) {
  if (bytes < 1e3) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
