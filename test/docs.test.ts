import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** The pages of docs/, followed to the letter in a copy of the repository. docs/adding-a-publisher.md has a test of its own. */

const root = join(import.meta.dirname, "..");
const page = (name: string) => readFileSync(join(root, name), "utf8");
let copy: string;

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), "high-recall-docs-")));
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const file of files.toString().split("\0").filter(Boolean)) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

const text = (path: string) => readFileSync(join(copy, path), "utf8");
const recall = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "packages/cli/bin/recall.js"), ...args], { cwd: copy, encoding: "utf8" });

/** The fences of a page in a language, in order; `marker` is the line of marks around them. */
function fences(text: string, language: string, marker = "```"): string[] {
  const fence = new RegExp(`^( *)${marker}${language}\\n([\\s\\S]*?)^ *${marker}$`, "gm");
  return [...text.matchAll(fence)].map(([, indent = "", body = ""]) =>
    body.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  );
}

/** The messages of lint for a file with this text, in content/evaluation. */
function lint(id: string, item: string): { rule: string; text: string }[] {
  writeFileSync(join(copy, `content/evaluation/${id}.md`), item);
  const { stdout } = recall("lint", `content/evaluation/${id}.md`, "--format", "json");
  rmSync(join(copy, `content/evaluation/${id}.md`));
  return JSON.parse(stdout);
}

describe("docs/writing-an-item.md", () => {
  const written = page("docs/writing-an-item.md");
  const [item = "", mark = ""] = fences(written, "markdown");

  test("its item passes lint as it is", () => {
    const id = /^id: (.+)$/m.exec(item)?.[1] ?? "";
    expect(lint(id, item)).toEqual([]);
  });

  test("its command starts that item, and its topic", () => {
    const commands = fences(written, "sh")
      .join("")
      .split("\n")
      .filter((line) => line.includes("-- new "));
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      const { status, stdout } = recall(...wordsOf(command));
      expect(status).toBe(0);
      for (const path of stdout.split("\n").filter((line) => line.startsWith("content/"))) {
        expect(existsSync(join(copy, path))).toBe(true);
        if (path.startsWith("content/evaluation/")) rmSync(join(copy, path));
      }
    }
    const [started] = commands;
    expect(started).toContain(/^title: (.+)$/m.exec(item)?.[1]);
  });

  test("its symbols and numbers check the formula that they belong to", () => {
    const [yaml = ""] = fences(written, "yaml");
    const front = "id: zz-f-one\nkind: formula\ntitle: The measure of the page\ndifficulty: easy";
    const formula = "$$\nF_1 = \\frac{2PR}{P + R}\n$$\n\nUse it.\n";
    const found = lint("zz-f-one", `---\n${front}\n${yaml}---\n\n${formula}`).filter(({ rule }) =>
      rule.startsWith("formula"),
    );
    expect(found).toEqual([]);
  });

  test("its marks are marks", () => {
    const found = lint("zz-marks", `---\nid: zz-marks\nkind: guide\ntitle: The marks of the page\n---\n\n${mark}`);
    expect(found.filter(({ rule }) => rule !== "near-duplicate")).toEqual([]);
  });
});

describe("docs/adding-a-rule.md", () => {
  const written = page("docs/adding-a-rule.md");
  const folder = "packages/rules/src/content/lead-length";

  test("its page is that of the rule", () => {
    expect(fences(written, "markdown", "`````")).toEqual([page(`${folder}.md`)]);
  });

  test("its code is that of the rule", () => {
    expect(fences(written, "ts")).toEqual([page(`${folder}.ts`)]);
  });
});

describe("docs/releasing.md", () => {
  const edition = "apps/handbook/edition.yaml";
  const setVersion = (version: string) =>
    writeFileSync(join(copy, edition), text(edition).replace(/^version: .*$/m, `version: ${version}`));

  test("its commands release a version, and `npm test` accepts the style of what they wrote", () => {
    const { scripts } = JSON.parse(page("package.json"));
    expect(scripts.release).toBe("changeset version && recall release");
    setVersion("1.2.0");
    const changeset = spawnSync(join(root, "node_modules/.bin/changeset"), ["version"], {
      cwd: copy,
      encoding: "utf8",
    });
    expect(changeset.stderr + changeset.stdout).not.toMatch(/error/i);
    expect(changeset.status).toBe(0);
    const release = recall("release");
    expect(release.stderr).toBe("");
    expect(release.status).toBe(0);
    expect(JSON.parse(text("apps/handbook/released.json")).version).toBe("1.2.0");
    const check = ["ci", "--vcs-enabled=false", "apps", "content"];
    const style = spawnSync(join(root, "node_modules/.bin/biome"), check, { cwd: copy, encoding: "utf8" });
    expect(style.status, style.stderr).toBe(0);
    expect(recall("diff").status).toBe(0);
  });

  test("a second run is the same release, and a version never goes back", () => {
    expect(recall("release").status).toBe(0);
    setVersion("1.1.9");
    const { status, stderr } = recall("release");
    expect(status).toBe(2);
    expect(stderr).toContain("Version 1.1.9 of apps/handbook/edition.yaml is lower than 1.2.0");
  });
});

describe("every page", () => {
  const pages = execFileSync("git", ["ls-files", "-z", "*.md"], { cwd: root })
    .toString()
    .split("\0")
    .filter((path) => /^(docs\/[^/]+|packages\/[^/]+\/README|apps\/[^/]+\/README|[A-Z]+)\.md$/.test(path));
  const commands = pages.flatMap((name) =>
    [...page(name).matchAll(/npm run recall -- ([^\n`]*)/g)].map(
      ([, command = ""]) => [name, command.replace(/\s+#.*/, "")] as const,
    ),
  );
  const help = new Map<string, string>();

  test.each(commands)("%s: `recall %s` is a command with these options", (_, command) => {
    const [name = "", ...args] = wordsOf(command);
    if (name === "…") return;
    if (!help.has(name)) help.set(name, recall(name, "--help").stdout);
    expect(help.get(name)).toContain(`Usage: recall ${name}`);
    for (const option of args.filter((arg) => arg.startsWith("--"))) expect(help.get(name)).toContain(`${option} `);
  });

  test("names commands by the scripts that there are", () => {
    const { scripts } = JSON.parse(page("package.json"));
    for (const name of pages) {
      for (const [, script = ""] of page(name).matchAll(/`npm run ([a-z]+)/g))
        expect(scripts, `${name}: ${script}`).toHaveProperty(script);
    }
  });
});

/** The words of a command, with quotes taken off; `npm run recall --` before them is left out. */
function wordsOf(command: string): string[] {
  const words = command.replace(/^.*?npm run recall -- /, "").match(/"[^"]*"|\S+/g) ?? [];
  return words.map((word) => word.replace(/^"(.*)"$/, "$1"));
}
