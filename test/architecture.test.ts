import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

/** The import table of docs/architecture.md: who may import whom. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  tex: [],
  figures: ["core"],
  rules: ["core", "figures", "tex"],
  compiler: ["core", "figures", "rules"],
  html: ["core"],
  typeset: ["core", "figures"],
  cards: ["core"],
  release: ["core"],
  apkg: [],
  "publish-pdf": ["core", "figures", "typeset"],
  "publish-anki": ["core", "figures", "html", "apkg", "cards", "release"],
  "publish-csv": ["core", "cards"],
  "publish-json": ["core", "html"],
  cli: [
    ...["core", "tex", "figures", "rules", "compiler", "typeset", "release"],
    ...["publish-json", "publish-csv", "publish-anki", "publish-pdf"],
  ],
};

/** Packages that run in a browser: bytes in, bytes out. Their Node entry points are named apart. */
const browserClean = [
  ...["core", "tex", "figures", "rules", "html", "typeset", "apkg", "cards", "release"],
  ...["publish-json", "publish-csv", "publish-anki", "publish-pdf"],
];
const nodeEntries = ["packages/apkg/src/node.ts", "packages/typeset/src/node.ts", "packages/publish-pdf/src/node.ts"];

/** The files outside cli that use the disk: those that read content, and the WebAssembly of a parser. */
const readsDisk = [
  ...["read-content", "read-topic", "strays"].map((name) => `packages/compiler/src/read/${name}.ts`),
  "packages/compiler/src/code/bash.ts",
];

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
// A package that was removed may have left its node_modules.
const packages = readdirSync(join(root, "packages")).filter((name) =>
  existsSync(join(root, "packages", name, "package.json")),
);
const scope = "@high-recall/";

describe("who may import whom", () => {
  test("the table names every package", () => {
    expect(Object.keys(mayImport).sort()).toEqual([...packages].sort());
  });

  test("no package but cli imports a publisher", () => {
    const importing = Object.keys(mayImport).filter((name) =>
      mayImport[name]?.some((one) => one.startsWith("publish-")),
    );
    expect(importing).toEqual(["cli"]);
  });

  test("docs/architecture.md shows the same table", () => {
    const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
    const rows = [...page.matchAll(/^\| ([a-z-]+) \| ([^|]*) \|/gm)].filter(([, name]) =>
      packages.includes(name ?? ""),
    );
    const shown = Object.fromEntries(rows.map(([, name, ours]) => [name, words(ours ?? "")]));
    const table = Object.entries(mayImport).map(([name, ours]) => [name, [...ours].sort()]);
    expect(shown).toEqual(Object.fromEntries(table));
  });

  test.each(packages)("%s depends on what it may, and imports what it depends on", (name) => {
    const manifest = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
    const dependencies = Object.keys(manifest.dependencies ?? {});
    const development = Object.keys(manifest.devDependencies ?? {});
    expect(ours(dependencies).filter((other) => !mayImport[name]?.includes(other))).toEqual([]);
    const forTests = [...(mayImport[name] ?? [])];
    expect(ours(development).filter((other) => !forTests.includes(other))).toEqual([]);
    for (const file of sources(join("packages", name, "src"))) {
      for (const imported of importsOf(file, "values")) {
        if (imported.startsWith("node:")) continue;
        expect(dependencies, `${file} imports ${imported}`).toContain(packageOf(imported));
      }
      for (const imported of importsOf(file)) {
        if (imported.startsWith("node:")) continue;
        const types = packageOf(imported).replace("@", "").replace("/", "__");
        const known = [...dependencies, ...development];
        expect(known.includes(packageOf(imported)) || known.includes(`@types/${types}`), `${file}: ${imported}`).toBe(
          true,
        );
      }
    }
  });

  test.each(packages)("%s imports no file of another package by its path", (name) => {
    for (const file of [...sources(join("packages", name, "src")), ...sources(join("packages", name, "test"))]) {
      for (const path of relativeImportsOf(file)) {
        const target = join(dirname(file), path);
        expect(target.startsWith(join("packages", name)), `${file} imports ${path}`).toBe(true);
      }
    }
  });

  test("only cli, the Node entry points and the compiler's reader touch Node's modules", () => {
    const touching = packages
      .filter((name) => name !== "cli")
      .flatMap((name) => sources(join("packages", name, "src")))
      .filter((file) =>
        importsOf(file).some((imported) => /^node:(fs|child_process|os|net|http|process)/.test(imported)),
      );
    expect(touching.filter((file) => ![...nodeEntries, ...readsDisk].includes(file))).toEqual([]);
  });

  test("nobody but cli writes to the console", () => {
    const writing = packages
      .filter((name) => name !== "cli")
      .flatMap((name) => sources(join("packages", name, "src")))
      .filter((file) => /\bconsole\.|process\.std(out|err)/.test(code(file)));
    expect(writing).toEqual([]);
  });

  test("no package mentions the subjects of the content", () => {
    const subjects = /machine.learning|neural|transformer(?!s?\.(ts|js))|gradient descent/i;
    const knowing = packages
      .flatMap((name) => sources(join("packages", name, "src")))
      .filter((file) => file.endsWith(".ts") && subjects.test(code(file)));
    expect(knowing).toEqual([]);
  });

  test("every file ends its relative imports in .ts and has no default export", () => {
    for (const file of packages.flatMap((name) => sources(join("packages", name, "src")))) {
      for (const path of relativeImportsOf(file)) expect(path, file).toMatch(/\.(ts|json)$/);
      expect(code(file), file).not.toMatch(/^export default/m);
    }
  });

  test("every package and app has a README", () => {
    for (const name of packages) {
      const readme = readFileSync(join(root, "packages", name, "README.md"), "utf8");
      expect(readme, name).toMatch(/^# /);
      expect(readme, name).toMatch(/```/);
    }
  });
});

describe("imports between files", () => {
  test.each(packages)("of %s make no circle, types included", (name) => {
    const files = sources(join("packages", name, "src"));
    const importing = new Map(
      files.map((file) => [file, relativeImportsOf(file).map((path) => join(dirname(file), path))] as const),
    );
    expect(findCircle(importing)).toBeUndefined();
  });

  test("lead to a publisher from cli alone", () => {
    const importing = packages.filter((name) =>
      sources(join("packages", name, "src")).some((file) =>
        importsOf(file).some((path) => path.startsWith(`${scope}publish-`)),
      ),
    );
    expect(importing).toEqual(["cli"]);
  });

  test("a circle is found", () => {
    expect(findCircle(new Map([["a", ["b"]], ["b", ["c"]], ["c", ["b"]]]))).toEqual(["b", "c", "b"]); // biome-ignore format: a small graph
    expect(findCircle(new Map([["a", ["b", "c"]], ["b", ["c"]], ["c", []]]))).toBeUndefined(); // biome-ignore format: a small graph
  });
});

/** Files that import each other in a circle, the first again at the end. */
function findCircle(importing: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const open: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (open.includes(file)) return [...open.slice(open.indexOf(file)), file];
    if (done.has(file)) return undefined;
    open.push(file);
    for (const next of importing.get(file) ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    open.pop();
    done.add(file);
    return undefined;
  };
  for (const file of importing.keys()) {
    const circle = visit(file);
    if (circle) return circle;
  }
  return undefined;
}

describe("browser-clean packages", () => {
  test.each(browserClean)(
    "%s bundles for the browser",
    async (name) => {
      const result = await build({
        entryPoints: [join(root, "packages", name, "src/index.ts")],
        bundle: true,
        write: false,
        platform: "browser",
        format: "esm",
        logLevel: "silent",
      });
      expect(result.errors).toEqual([]);
      expect(result.outputFiles[0]?.contents.length).toBeGreaterThan(100);
    },
    60_000,
  );

  test.each(browserClean)("%s names no global of Node", (name) => {
    for (const file of sources(join("packages", name, "src"))) {
      if (nodeEntries.includes(file)) continue;
      expect(code(file), file).not.toMatch(/\b(Buffer|process|__dirname|__filename|require)\b[.(]/);
      expect(
        importsOf(file).filter((imported) => imported.startsWith("node:")),
        file,
      ).toEqual([]);
    }
  });
});

function sources(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.includes("node_modules") && !path.includes("/fixtures/"));
}

/** A file's text without comments. */
function code(file: string): string {
  return readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "");
}

/** What a file imports: everything, or only runtime imports (without types). */
function specifiersOf(file: string, what: "all" | "values" = "all"): string[] {
  const pattern =
    /(?:^|[\s;])(import|export)(\s+type)?\b([^"';]*?)from\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|^import\s*"([^"]+)"/gm;
  return [...code(file).matchAll(pattern)]
    .filter(([, , type]) => what === "all" || !type)
    .map((match) => match[4] ?? match[5] ?? match[6] ?? "");
}

function importsOf(file: string, what: "all" | "values" = "all"): string[] {
  return specifiersOf(file, what).filter((path) => !path.startsWith("."));
}

function relativeImportsOf(file: string): string[] {
  return specifiersOf(file).filter((path) => path.startsWith("."));
}

/** `@scope/name/sub` -> `@scope/name`; mdast, unist and hast are known by their types. */
function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  const name = specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
  return ["mdast", "unist", "hast"].includes(name) ? `@types/${name}` : name;
}

function ours(names: readonly string[]): string[] {
  return names.filter((name) => name.startsWith(scope)).map((name) => name.slice(scope.length));
}

function words(cell: string): string[] {
  return cell
    .split(/[^a-z-]+/)
    .filter((word) => packages.includes(word))
    .sort();
}
