// What a folder of topics may hold. Strangers write it, and package managers, turbo and other tools execute or obey files
// in it; so everything but Markdown, figures and one generated package.json is refused before any tool runs.
// Plain JavaScript for any Node from 18 on, without a dependency: nothing is installed yet.
import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const topicName = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const writesManifests = "run `node scripts/workspace.mjs topics`, which writes it";
const remove = "remove it: a topic holds Markdown, `figures/` and its package.json, nothing else";

/** The exact package.json of a topic. Changesets raises the version. */
export function topicManifest(topic, version = "0.1.0") {
  const manifest = {
    name: `@high-recall/content-${topic}`,
    version,
    private: true,
    license: "CC-BY-4.0",
    scripts: { compile: "recall compile" },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Everything in `content/` that does not belong there: where, what, and how to fix it. */
export function contentFaults(root) {
  const content = join(root, "content");
  const tracked = trackedFiles(root);
  const faults = [];
  const fault = (path, what, wayOut) => faults.push({ path: `content/${path}`, what, wayOut });
  if (lstatSync(content, { throwIfNoEntry: false })?.isSymbolicLink()) {
    return [{ path: "content", what: "is a symbolic link", wayOut: "put the folder itself in its place" }];
  }
  for (const entry of entriesOf(content)) {
    if (isSystemFile(entry)) continue;
    if (entry.isFile() && /^samples\.lock\.json(\.lock)?(\.\d+-\d+\.tmp)?$/.test(entry.name)) continue;
    if (!entry.isDirectory()) fault(entry.name, kindOf(entry), "remove it: `content/` holds topic folders");
    else if (!topicName.test(entry.name)) {
      fault(
        entry.name,
        "is not the name of a topic",
        "name it in lower-case words joined by hyphens, such as `model-evaluation`",
      );
    } else checkTopic(entry.name);
  }
  return faults;

  function checkTopic(topic) {
    const folder = join(content, topic);
    const entries = entriesOf(folder);
    for (const entry of entries) {
      const path = `${topic}/${entry.name}`;
      if (isSystemFile(entry)) continue;
      if (entry.isFile() && entry.name === "package.json") checkManifest(topic, path);
      else if (entry.isFile() && entry.name.endsWith(".md")) continue;
      else if (entry.isDirectory() && entry.name === "figures") checkFigures(path);
      else if (entry.isDirectory() && madeByTools.has(entry.name)) checkMade(path, madeByTools.get(entry.name));
      else fault(path, kindOf(entry), remove);
    }
    const names = entries.map(({ name }) => name);
    if (names.some((name) => name.endsWith(".md")) && !names.includes("package.json")) {
      fault(`${topic}/package.json`, "is missing", writesManifests);
    }
  }

  function checkManifest(topic, path) {
    const text = readFileSync(join(content, path), "utf8");
    if (text !== topicManifest(topic, versionIn(text))) {
      const what =
        "is not the package.json of a topic: another could run programs on the machine of whoever tries this";
      fault(path, what, `${writesManifests} again`);
    }
  }

  function checkFigures(path) {
    const entries = entriesOf(join(content, path));
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries) {
      // Only `recall run` executes the script of a figure, in a sandbox.
      const isScript = entry.name.endsWith(".py") && names.has(entry.name.replace(/\.py$/, ".svg"));
      if (isSystemFile(entry) || (entry.isFile() && (isScript || /\.(svg|png)$/.test(entry.name)))) continue;
      fault(
        `${path}/${entry.name}`,
        kindOf(entry),
        "remove it: `figures/` holds .svg and .png files, and the script `name.py` of a `name.svg`",
      );
    }
  }

  function checkMade(path, allowed) {
    if (tracked?.some((file) => file.startsWith(`content/${path}/`))) {
      fault(path, "is under version control, though tools make it", `run \`git rm -r content/${path}\``);
    } else if (allowed) {
      const strange = entriesOf(join(content, path)).find((entry) => !entry.isFile() || !allowed.test(entry.name));
      if (strange) fault(`${path}/${strange.name}`, kindOf(strange), `remove the folder \`content/${path}\``);
    } else if (!tracked) {
      fault(path, "holds programs that tools would run", `remove the folder \`content/${path}\``);
    }
  }
}

/** Writes the package.json of every topic that has none, or another; gives the paths it wrote. */
export function writeTopicManifests(root) {
  const written = [];
  for (const entry of entriesOf(join(root, "content"))) {
    if (!entry.isDirectory() || !topicName.test(entry.name)) continue;
    const folder = join(root, "content", entry.name);
    const entries = entriesOf(folder);
    if (!entries.some(({ name }) => name.endsWith(".md"))) continue;
    const own = entries.find(({ name }) => name === "package.json");
    if (own && !own.isFile()) continue;
    const before = own ? readFileSync(join(folder, "package.json"), "utf8") : "";
    const text = topicManifest(entry.name, versionIn(before));
    if (text === before) continue;
    writeFileSync(join(folder, "package.json"), text);
    written.push(`content/${entry.name}/package.json`);
  }
  return written;
}

/**
 * Folders that tools make in a topic, and the files that these may hold. `node_modules` is left over from earlier versions:
 * git knows whether it came with a commit, and without git nobody does.
 */
const madeByTools = new Map([
  ["dist", /^topic\.json$/],
  [".turbo", /^turbo-[\w:-]+\.log$/],
  ["node_modules", undefined],
]);

function versionIn(text) {
  return /^ {2}"version": "(\d+\.\d+\.\d+)",$/m.exec(text)?.[1];
}

/** What file managers leave behind. */
function isSystemFile(entry) {
  return entry.isFile() && [".DS_Store", "Thumbs.db", "desktop.ini"].includes(entry.name);
}

function kindOf(entry) {
  if (entry.isSymbolicLink()) return "is a symbolic link";
  if (entry.isDirectory()) return "is a folder that does not belong there";
  return entry.isFile() ? "is a file that does not belong there" : "is a device, a pipe or a socket";
}

function entriesOf(folder) {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Files of `content/` under version control; undefined outside a git checkout, or where git does not work. */
function trackedFiles(root) {
  if (!existsSync(join(root, ".git"))) return undefined;
  try {
    const list = execFileSync("git", ["ls-files", "-z", "--", "content"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64e6,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return list.split("\0").filter(Boolean);
  } catch {
    return undefined;
  }
}
