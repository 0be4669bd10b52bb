import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
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
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";

/** A pull request that changes content/ alone: `npm test` and `npm start` refuse it before they install or run anything. */

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The repository's skeleton, with two topics and an `npx` that only records that it was called. */
class Skeleton {
  readonly folder = mkdtempSync(join(tmpdir(), "high-recall-topics-"));
  readonly called = join(this.folder, "called");

  constructor() {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
    for (const path of ["scripts", "package.json", "pnpm-workspace.yaml", "turbo.json", ".gitignore"]) {
      cpSync(join(root, path), join(this.folder, path), { recursive: true });
    }
    for (const topic of ["llm", "nlp"]) {
      cpSync(join(root, "content", topic, "package.json"), this.path(`content/${topic}/package.json`));
      this.write(`content/${topic}/README.md`, "# A topic\n");
    }
    cpSync(join(root, "apps/handbook/package.json"), join(this.folder, "apps/handbook/package.json"));
    this.program("bin/npx", this.called);
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  /** A program that leaves a file when it is run. */
  program(path: string, mark: string): void {
    this.write(path, `#!/bin/sh\necho "$0 $@" >> '${mark}'\n`);
    chmodSync(this.path(path), 0o755);
  }

  /** Puts everything under version control, whatever .gitignore says. */
  commit(): void {
    for (const args of [
      ["init", "-q"],
      ["add", "--force", "."],
    ])
      execFileSync("git", args, { cwd: this.folder });
  }

  run(command: string, path = `${this.path("bin")}:${process.env.PATH}`) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.path("scripts/workspace.mjs"), command], {
      cwd: this.folder,
      env: { ...process.env, PATH: path },
      encoding: "utf8",
    });
    return { status, stdout, stderr, hasRun: existsSync(this.called) };
  }
}

const manifest = JSON.parse(readFileSync(join(root, "content/llm/package.json"), "utf8"));
const hostileManifest = (changes: object) => `${JSON.stringify({ ...manifest, ...changes }, null, 2)}\n`;

describe("npm test and npm start", () => {
  test.each(["test", "start"])("npm %s runs its steps when the topics are valid", (command) => {
    const { stderr, hasRun } = new Skeleton().run(command);
    expect([stderr, hasRun]).toEqual(["", true]);
  });

  test.each([
    [
      "a script at install",
      "content/llm/package.json",
      hostileManifest({ scripts: { ...manifest.scripts, postinstall: "x" } }),
    ],
    [
      "another compile script",
      "content/llm/package.json",
      hostileManifest({ scripts: { compile: "x; recall compile" } }),
    ],
    ["a dependency", "content/llm/package.json", hostileManifest({ dependencies: { "left-pad": "1.3.0" } })],
    ["a program of its own", "content/llm/package.json", hostileManifest({ bin: { recall: "x.md" } })],
    ["another topic's name", "content/llm/package.json", hostileManifest({ name: "@high-recall/cli" })],
    ["a key twice", "content/llm/package.json", `{ "scripts": { "postinstall": "x" },${hostileManifest({}).slice(1)}`],
    ["the package.json of a new topic", "content/new/package.json", hostileManifest({ scripts: { install: "x" } })],
    ["a manifest in YAML", "content/llm/package.yaml", "scripts: { postinstall: x }\n"],
    ["a manifest in JSON5", "content/llm/package.json5", "{ scripts: { postinstall: 'x' } }\n"],
    ["a manifest in capitals", "content/llm/Package.json", "{}\n"],
    ["tasks of turbo", "content/llm/turbo.json", `{ "extends": ["//"] }\n`],
    ["settings of npm", "content/llm/.npmrc", "script-shell=./x.md\n"],
    ["settings of npm for all topics", "content/.npmrc", "script-shell=./x.md\n"],
    ["a hook of pnpm", "content/llm/.pnpmfile.cjs", "module.exports = {};\n"],
    ["a configuration of vitest", "content/llm/vitest.config.ts", "export default {};\n"],
    ["a configuration of biome", "content/llm/biome.json", "{}\n"],
    ["rules of git", "content/llm/.gitignore", "*\n"],
    ["an edition", "content/edition.yaml", "id: other\n"],
    ["requirements of Python", "content/requirements.txt", "evil==1.0\n"],
    ["a script in figures", "content/llm/figures/x.js", "x\n"],
    ["a script without its figure", "content/llm/figures/x.py", "x\n"],
    ["a virtual environment", "content/llm/.venv/bin/python", "x\n"],
    ["modules without version control", "content/llm/node_modules/.bin/recall", "x\n"],
    ["a program in dist", "content/llm/dist/x.js", "x\n"],
    ["a topic with an odd name", "content/$(id)/README.md", "# A topic\n"],
  ])("refuse %s", (_, path, text) => {
    for (const command of ["test", "start"]) {
      const skeleton = new Skeleton();
      skeleton.write(path, text);
      const { status, stderr, hasRun } = skeleton.run(command);
      expect([status, hasRun]).toEqual([1, false]);
      expect(stderr).toContain("Nothing was installed or run");
      expect(stderr).toContain(
        path.startsWith("content/$(id)") ? "content/$(id)" : path.split("/").slice(0, 3).join("/"),
      );
      expect(stderr).toContain("The way out: ");
    }
  });

  test.each(["dist/topic.json", ".turbo/turbo-compile.log", "node_modules/.bin/recall"])(
    "refuse %s of a topic when it is under version control, and not when a tool made it",
    (path) => {
      const skeleton = new Skeleton();
      skeleton.commit();
      skeleton.write(`content/llm/${path}`, "{}\n");
      expect(skeleton.run("check").stderr).toBe("");
      skeleton.commit();
      const { status, stderr } = skeleton.run("check");
      expect(status).toBe(1);
      expect(stderr).toMatch(/content\/llm\/\S+ is under version control.*\n.*git rm -r content\/llm\//);
    },
  );

  test("refuse symbolic links: of a file, a folder, a topic and the content itself", () => {
    const links = ["content/llm/link.md", "content/llm/figures", "content/link", "content/llm/package.json"];
    for (const path of links) {
      const skeleton = new Skeleton();
      rmSync(skeleton.path(path), { force: true });
      symlinkSync("/etc", skeleton.path(path));
      const { status, stderr } = skeleton.run("test");
      expect(stderr).toContain(`${path} is a symbolic link`);
      expect(status).toBe(1);
    }
    const skeleton = new Skeleton();
    cpSync(skeleton.path("content"), skeleton.path("other"), { recursive: true });
    rmSync(skeleton.path("content"), { recursive: true });
    symlinkSync("other", skeleton.path("content"));
    expect(skeleton.run("test").stderr).toContain("content is a symbolic link");
  });

  test("take no program from the content, even where PATH leads there", () => {
    const skeleton = new Skeleton();
    skeleton.commit();
    const mark = skeleton.path("mark");
    for (const name of ["npx", "git"]) skeleton.program(`content/llm/node_modules/.bin/${name}`, mark);
    skeleton.run(
      "test",
      `${skeleton.path("content/llm/node_modules/.bin")}:${skeleton.path("bin")}:${process.env.PATH}`,
    );
    expect([existsSync(mark), existsSync(skeleton.called)]).toEqual([false, true]);
  });

  test("print no control character of a file's name", () => {
    const skeleton = new Skeleton();
    skeleton.write("content/llm/x\n::error::forged\u001b[2J", "");
    expect(skeleton.run("test").stderr).toContain("content/llm/x\\u{a}::error::forged\\u{1b}[2J");
  });

  test("accept what changesets, file managers and `recall run` leave", () => {
    const skeleton = new Skeleton();
    skeleton.write("content/llm/package.json", hostileManifest({ version: "2.11.0" }));
    skeleton.write("content/llm/figures/curve.svg", "<svg/>");
    skeleton.write("content/llm/figures/curve.py", "print('<svg/>')");
    for (const path of [
      "samples.lock.json",
      "samples.lock.json.lock",
      ".DS_Store",
      "llm/CHANGELOG.md",
      "llm/.DS_Store",
    ]) {
      skeleton.write(`content/${path}`, "");
    }
    expect(skeleton.run("check")).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("node scripts/workspace.mjs topics", () => {
  test("writes the package.json of a new topic and restores a changed one, with its version", () => {
    const skeleton = new Skeleton();
    skeleton.write("content/new/README.md", "# A topic\n");
    skeleton.write("content/nlp/package.json", hostileManifest({ version: "1.2.3", scripts: { postinstall: "x" } }));
    expect(skeleton.run("check").stderr).toMatch(/content\/new\/package\.json is missing.*\n.*workspace\.mjs topics/);
    const { status, stdout } = skeleton.run("topics");
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^content\/new\/package.json\ncontent\/nlp\/package.json\n/),
    ]);
    expect(skeleton.run("check").stderr).toBe("");
    expect(JSON.parse(readFileSync(skeleton.path("content/nlp/package.json"), "utf8")).version).toBe("1.2.3");
  });
});

test("pnpm checks the topics before every install", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(scripts["pnpm:devPreinstall"]).toBe("node scripts/workspace.mjs check");
  const skeleton = new Skeleton();
  const hostile = { scripts: { ...manifest.scripts, preinstall: "echo > ran", postinstall: "echo > ran" } };
  skeleton.write("content/llm/package.json", hostileManifest(hostile));
  const { packageManager } = JSON.parse(readFileSync(skeleton.path("package.json"), "utf8"));
  const { status, stdout } = spawnSync("npx", ["-y", packageManager, "install", "--offline", "--no-frozen-lockfile"], {
    cwd: skeleton.folder,
    encoding: "utf8",
  });
  expect(status).not.toBe(0);
  expect(stdout).toContain("Nothing was installed or run");
  expect(readdirSync(skeleton.path("content/llm"))).not.toContain("ran");
});
