import { chmodSync, cpSync, existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { statementsOf } from "@high-recall/compiler/sql";
import * as fc from "fast-check";
import { describe, expect, onTestFinished, type TestContext, test, vi } from "vitest";
import { firstDifference } from "../src/run/difference.ts";
import { findProgram } from "../src/run/program.ts";
import { packageName } from "../src/run/python.ts";
import { hashOf } from "../src/run/sample.ts";
import { findIsolation } from "../src/run/sandbox.ts";
import { formatRow } from "../src/run/sql.ts";
import { recall, sandbox, text } from "./run.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Why no sandbox works here; undefined when one does. */
const noSandbox = await findIsolation("bubblewrap", process.env, tmpdir()).then(
  () => undefined,
  (error: Error) => error.message,
);
/** The samples of these tests are trusted: where no sandbox works, they run without one. */
const isolation = noSandbox ? ["--isolation", "none"] : [];

/** Skips a test that needs a sandbox where none works, and says why. */
function needsSandbox(context: TestContext): void {
  context.skip(noSandbox !== undefined, noSandbox);
}

const python = await findProgram("python3", process.env.PATH ?? "", tmpdir());

function needsPython(context: TestContext): void {
  context.skip(python === undefined, "there is no python3 on PATH");
}

/** A folder of one topic with one sample. */
function topicWith(language: string, code: string, output: string): string {
  const folder = sandbox();
  mkdirSync(join(folder, "t"));
  writeFileSync(join(folder, "t/README.md"), "---\nid: t\ntitle: Topic\nsummary: A topic.\n---\n\nText.\n");
  const front = `id: s\nkind: code\ntitle: Some sample\ndifficulty: easy\nlanguage: ${language}`;
  const body = `Do it.\n\n\`\`\`${language} {1}\n${code}\n\`\`\`\n\n\`\`\`output\n${output}\n\`\`\`\n`;
  writeFileSync(join(folder, "t/s.md"), `---\n${front}\n---\n\n${body}`);
  return folder;
}

/** Runs one sample of a language. */
async function runOne(language: string, code: string, output: string, ...args: string[]) {
  const folder = topicWith(language, code, output);
  const run = () => recall(folder, "run", "t", "--format", "json", "--date", "2026-11-20", ...isolation, ...args);
  return { folder, run, ...(await run()) };
}

describe("recall run", () => {
  test.each([
    ["javascript", "console.log(6 * 7);\nconsole.log('a  ');", "42\na  "],
    ["typescript", "const x: number = 6;\nconsole.log(x * 7);", "42"],
    [
      "sql",
      "create table t (a, b);\ninsert into t values (1, 'x;y'), (2.5, null);\nselect * from t order by a;",
      "1|x;y\n2.5|",
    ],
    [
      "sql",
      "select 0.1 + 0.2, 2.0, 1e20, -1e-7, 9e999, 100000000741633.05;",
      "0.3|2.0|1.0e+20|-1.0e-07|Inf|100000000741633.0",
    ],
    ["bash", "echo $((6 * 7))", "42"],
    ["bash", "printf 'no newline at the end'", "no newline at the end"],
  ])("a %s sample that prints its output passes", async (language, code, output) => {
    const { code: exit, out, folder } = await runOne(language, code, output);
    expect(JSON.parse(out)).toEqual([]);
    expect(exit).toBe(0);
    expect(JSON.parse(text(folder, "samples.lock.json")).samples.s).toMatchObject({ on: "2026-11-20" });
  });

  test("a different output is an error at the first line that differs", async () => {
    const { code, out, folder } = await runOne("javascript", "console.log('a\\nb\\nc');", "a\nB\nc");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      {
        ...{ file: "t/s.md", rule: "sample-output", severity: "error" },
        place: { start: { line: 17, column: 1 }, end: { line: 17, column: 2 } },
      },
    ]);
    expect(JSON.parse(out)[0].text).toBe("The sample prints `b`, expected `B`\n  a\n- B\n+ b\n  c");
    expect(existsSync(join(folder, "samples.lock.json"))).toBe(false);
  });

  test.each([
    ["javascript", "throw new RangeError('too far');", "RangeError: too far", 12],
    ["javascript", "const x = 1;\n\nx.y.z();", "TypeError: Cannot read", 14],
    ["javascript", "const x = 1;\nconst = 2;", "SyntaxError: Unexpected token", 13],
    ["typescript", "const x: number = 1;\nthrow new Error(String(x));", "Error: 1", 13],
    ["javascript", "process.exit(3);", "it ended with exit code 3", 11],
    ["sql", "select * from nowhere;", "no such table: nowhere", 12],
    ["sql", "select 1;\n-- then\n\nselect\n* from nowhere;", "no such table: nowhere", 15],
    ["bash", "true\ncd /nowhere || exit 1", "No such file or directory", 13],
    ["bash", "while true; do :; done", "it did not end within 2 seconds", 11],
    ["bash", "sleep 100 & wait", "it did not end within 2 seconds", 11],
    ["bash", "yes", "it printed more than 1 MB", 11],
  ])("a failing %s sample says why, at the line that failed: %s", async (language, source, reason, line) => {
    const { code, out } = await runOne(language, source, "x", "--timeout", "2");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ place: { start: { line } }, rule: "sample-runs" }]);
    expect(JSON.parse(out)[0].text).toContain(reason);
  });

  test("an unchanged sample is not run again; a changed one is stale until it is run", async () => {
    const { folder, run } = await runOne("bash", "echo 1", "1");
    const path = join(folder, "t/s.md");
    const before = text(folder, "samples.lock.json");
    expect((await run()).err).toBe("");
    writeFileSync(path, text(path).replaceAll("1\n```", "2\n```"));
    const { out } = await recall(folder, "lint", "t", "--format", "json");
    expect(JSON.parse(out)).toMatchObject([
      { rule: "sample-stale", severity: "error", place: { start: { line: 11 } } },
    ]);
    expect((await run()).code).toBe(0);
    expect(text(folder, "samples.lock.json")).not.toBe(before);
    expect(JSON.parse((await recall(folder, "lint", "t", "--format", "json")).out)).toEqual([]);
  });

  test("a sample that never ran is an error of lint, and nothing is published", async () => {
    const folder = topicWith("bash", "echo 0.615", "0.6");
    const lint = await recall(folder, "lint", "t", "--format", "json");
    expect(lint.code).toBe(1);
    expect(JSON.parse(lint.out)).toMatchObject([{ rule: "sample-stale", place: { start: { line: 11 } } }]);
    expect(JSON.parse(lint.out)[0].text).toBe("The sample has never run: run it with `recall run t/s.md`");
    expect((await recall(folder, "publish", "--content", ".", "--to", "json")).code).toBe(1);
  });

  describe("of a figure's script", () => {
    const svg = (radius: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">\n  <circle cx="20" cy="15" r="${radius}"/>\n</svg>\n`;
    /** A topic with a figure and its script, and the module of all scripts. */
    function withScript(script: string): string {
      const folder = topicWith("bash", "echo 1", "1");
      mkdirSync(join(folder, "t/figures"));
      writeFileSync(join(folder, "t/figures/dot.py"), script);
      writeFileSync(join(folder, "t/figures/dot.svg"), svg(9));
      return folder;
    }
    const run = (folder: string, ...args: string[]) =>
      recall(folder, "run", ".", "--format", "json", "--date", "2026-11-20", ...isolation, ...args);

    test("one that prints the figure passes, with the module beside the folder of topics", async (context) => {
      needsPython(context);
      const folder = sandbox();
      cpSync(withScript(`import figure\nprint(figure.drawing, end="")\n`), join(folder, "content"), {
        recursive: true,
      });
      mkdirSync(join(folder, "samples"));
      writeFileSync(join(folder, "samples/figure.py"), `drawing = ${JSON.stringify(svg(9))}\n`);
      const { code, out } = await run(join(folder, "content"));
      expect(JSON.parse(out)).toEqual([]);
      expect(code).toBe(0);
    });

    test("one that prints something else is an error at the first line that differs", async (context) => {
      needsPython(context);
      const { code, out } = await run(withScript(`print(${JSON.stringify(svg(8))}, end="")\n`));
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject([
        { file: "t/figures/dot.svg", rule: "figure-drawn", place: { start: { line: 2, column: 1 } } },
      ]);
      expect(JSON.parse(out)[0].text).toBe(
        'The script prints `  <circle cx="20" cy="15" r="8"/>`, but the figure has `  <circle cx="20" cy="15" r="9"/>`: save what it prints',
      );
    });

    test("one that fails says why, and one that depends on the run is not steady", async (context) => {
      needsPython(context);
      const failed = await run(withScript("import figure\n"));
      expect(JSON.parse(failed.out)).toMatchObject([
        {
          file: "t/figures/dot.py",
          rule: "figure-drawn",
          text: "The script fails: ModuleNotFoundError: No module named 'figure'",
        },
      ]);
      const source = `import os\nprint(${JSON.stringify(svg(9))}, end="")\nif os.environ["TZ"] != "UTC0": print("more")\n`;
      const unsteady = await run(withScript(source));
      expect(JSON.parse(unsteady.out)[0].text).toContain("in one run and `more` in the next");
    });

    test("a script without a figure is reported by lint, and not run", async () => {
      const folder = withScript("print(1)");
      writeFileSync(join(folder, "t/figures/other.py"), "exit(1)");
      const { out } = await recall(folder, "lint", "t", "--format", "json");
      const found = (JSON.parse(out) as { rule: string; file: string }[]).filter(
        ({ rule }) => rule === "figure-script",
      );
      expect(found).toMatchObject([{ file: "t/figures/other.py" }]);
    });
  });

  test("a sample sees no network, no home and no other files", async (context) => {
    needsSandbox(context);
    const probes =
      "ls /home /root /srv /etc/passwd 2>/dev/null; (echo > /dev/tcp/127.0.0.1/9) 2>/dev/null || echo alone";
    expect(JSON.parse((await runOne("bash", probes, "alone")).out)).toEqual([]);
    expect(
      JSON.parse((await runOne("bash", "touch /usr/x 2>/dev/null || echo no; echo $HOME", "no\n/tmp")).out),
    ).toEqual([]);
  });

  test("an invalid interpreter is one clear line", async () => {
    const { code, err } = await runOne("bash", "echo 1", "1", "--python", "/nowhere/python");
    expect(code).toBe(2);
    expect(err).toContain("Cannot run /nowhere/python");
  });
});

describe("output that depends on the circumstances is an error even if it matches the fence", () => {
  test.for([
    ["python", "nothing", "print(sorted({'b', 'a'}))", "['a', 'b']", undefined],
    ["python", "the time zone", "import time\nprint(time.localtime(0).tm_hour)", "0", "sample-steady"],
    ["python", "the number of threads", "import os\nprint(os.environ['OMP_NUM_THREADS'])", "1", "sample-steady"],
    ["bash", "the time zone", "date -d @0 +%H", "00", "sample-steady"],
    ["javascript", "the time zone", "console.log(new Date(0).getHours())", "0", "sample-steady"],
    [
      "sql",
      "the order of rows",
      "create table t (a);\ninsert into t values (1), (2);\nselect a from t;",
      "1\n2",
      "sample-steady",
    ],
    [
      "sql",
      "nothing",
      "create table t (a);\ninsert into t values (1), (2);\nselect a from t order by a;",
      "1\n2",
      undefined,
    ],
  ] as const)("%s: %s", async ([language, , code, output, rule], context) => {
    if (language === "python") needsPython(context);
    const { out } = await runOne(language, code, output);
    expect(JSON.parse(out).map((message: { rule: string }) => message.rule)).toEqual(rule ? [rule] : []);
  });

  test("a sample that has run already, in the same version, runs once with --force", async () => {
    const { folder, run } = await runOne("bash", "echo 00", "00");
    const path = join(folder, "t/s.md");
    writeFileSync(path, text(path).replace("echo 00", "date -d @0 +%H"));
    expect((await run()).code).toBe(1);
    const lock = JSON.parse(text(folder, "samples.lock.json"));
    const sample = { language: "bash", code: "date -d @0 +%H", output: "00", requires: [] } as const;
    lock.samples.s.hash = hashOf(sample);
    writeFileSync(join(folder, "samples.lock.json"), JSON.stringify(lock));
    expect((await recall(folder, "run", "t", "--force", ...isolation)).code).toBe(0);
  });

  test("a Python set shows both outputs, at the line that differs", async (context) => {
    needsPython(context);
    const code = "print('first')\nprint({'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'})";
    const first = await runOne("python", code, "x");
    const printed = /^\+ (\{.*\})$/m.exec(JSON.parse(first.out)[0].text)?.[1] ?? "";
    // The first run always has the same seed, since a contributor would copy its output.
    const { out, code: exit, folder } = await runOne("python", code, `first\n${printed}`);
    expect(JSON.parse(out)).toMatchObject([
      { rule: "sample-steady", place: { start: { line: 18 } }, severity: "error" },
    ]);
    expect(JSON.parse(out)[0].text).toMatch(
      /^The sample prints `\{.*\}` in one run and `\{.*\}` in the next, with another hash seed/,
    );
    expect([exit, existsSync(join(folder, "samples.lock.json"))]).toEqual([1, false]);
  });
});

/** Writes a program that leaves a file beside the topics if it is executed. */
function plant(folder: string, path: string): void {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, `#!/bin/sh\necho ${path} >> ${join(folder, "executed")}\nexec /usr/bin/env -i sleep 0\n`);
  chmodSync(full, 0o755);
}

/** Sets the environment variables of this process for one test. */
function stubEnvironment(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

const everyIsolation = [["bubblewrap"], ["none"]] as const;

describe.each(everyIsolation)("with isolation %s, no file of a contributor is executed", (isolation) => {
  const run = (folder: string, ...args: string[]) =>
    recall(folder, "run", "content/t", "--format", "json", "--isolation", isolation, ...args);
  /** A content folder with a Python sample, and a folder around it. */
  const contentWith = (code: string, output: string) => {
    const folder = sandbox();
    cpSync(topicWith("python", code, output), join(folder, "content"), { recursive: true });
    return folder;
  };

  test("no virtual environment in the content or above it", async (context) => {
    if (isolation === "bubblewrap") needsSandbox(context);
    const folder = contentWith("print(6 * 7)", "42");
    for (const place of ["content/t/", "content/", ""]) {
      for (const name of ["python", "python3"]) plant(folder, `${place}.venv/bin/${name}`);
      writeFileSync(join(folder, place, ".venv/pyvenv.cfg"), "home = /usr/bin\n");
    }
    await run(folder);
    expect(existsSync(join(folder, "executed"))).toBe(false);
  });

  test("no program of a PATH that leads into the content, to node_modules or to the working folder", async (context) => {
    if (isolation === "bubblewrap") needsSandbox(context);
    const folder = contentWith("print(6 * 7)", "42");
    const places = ["content/t/bin", "content/t/node_modules/.bin", "node_modules/.bin", "."];
    for (const place of places) {
      for (const name of ["python3", "bash", "bwrap", "systemd-run", "sh"]) plant(folder, join(place, name));
    }
    vi.spyOn(process, "cwd").mockReturnValue(folder);
    const absolute = places.slice(0, 3).map((place) => join(folder, place));
    stubEnvironment({ PATH: [...absolute, ".", "", "./content/t/bin", process.env.PATH].join(":") });
    await run(folder);
    expect(existsSync(join(folder, "executed"))).toBe(false);
  });

  test("no module, startup file or option from the topic or the caller's environment", async (context) => {
    needsPython(context);
    if (isolation === "bubblewrap") needsSandbox(context);
    const folder = contentWith("import json, os\nprint(json.dumps(sorted(os.environ)[:1]))", '["HOME"]');
    const topic = join(folder, "content/t");
    for (const name of ["json", "sitecustomize", "usercustomize", "conftest", "os"]) {
      writeFileSync(join(topic, `${name}.py`), `open(${JSON.stringify(join(folder, "executed"))}, "w")\n`);
    }
    writeFileSync(join(topic, "startup.sh"), `echo startup >> ${join(folder, "executed")}\n`);
    stubEnvironment({
      BASH_ENV: join(topic, "startup.sh"),
      ENV: join(topic, "startup.sh"),
      PYTHONPATH: topic,
      PYTHONSTARTUP: join(topic, "sitecustomize.py"),
      PYTHONHOME: topic,
      NODE_OPTIONS: `--require=${join(topic, "startup.sh")}`,
    });
    const { code, out, err } = await run(folder);
    expect(existsSync(join(folder, "executed"))).toBe(false);
    expect([JSON.parse(out), code]).toEqual([[], 0]);
    if (isolation === "none") expect(err).toBe("");
  });

  test.each(["--python", "RECALL_PYTHON"])("no interpreter inside of the content, not even by %s", async (how) => {
    const folder = contentWith("print(6 * 7)", "42");
    plant(folder, "content/.venv/bin/python");
    symlinkSync(join(folder, "content/.venv"), join(folder, "link"));
    for (const path of [join(folder, "content/.venv/bin/python"), join(folder, "link/bin/python")]) {
      if (how === "RECALL_PYTHON") stubEnvironment({ RECALL_PYTHON: path });
      const { code, err } = await run(folder, ...(how === "--python" ? ["--python", path] : []));
      expect(code).toBe(2);
      if (isolation === "bubblewrap" && noSandbox) continue;
      expect(err).toBe(
        `recall: Cannot use ${path} (${how}): it is in the folder of topics, which other people write: make the environment elsewhere\n`,
      );
    }
    expect(existsSync(join(folder, "executed"))).toBe(false);
  });
});

test("without bubblewrap samples do not run, unless the user says so by name", async () => {
  const folder = topicWith("bash", "echo 1", "1");
  const programs = sandbox();
  symlinkSync(realpathSync((await findProgram("bash", process.env.PATH ?? "", folder)) ?? ""), join(programs, "bash"));
  stubEnvironment({ PATH: programs });
  const refused = await recall(folder, "run", ".");
  expect(refused.code).toBe(2);
  expect(refused.err).toMatch(/no bubblewrap.*apt-get install bubblewrap.*`--isolation none`/);
  expect((await recall(folder, "run", ".", "--isolation", "none")).code).toBe(0);
});

test("no difference is found if and only if the outputs differ at most in the last line break", () => {
  const outputs = fc.array(fc.constantFrom("a", "b", "", " ")).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(outputs, outputs, (one, other) => {
      expect(firstDifference(one, `${one}\n`)).toBeUndefined();
      expect(firstDifference(one, `${other}\n`) === undefined).toBe(one === other);
    }),
  );
});

test.each([
  ["numpy>=2", "numpy"],
  ["scikit_learn[all]~=1.5", "scikit-learn"],
  ["Zope.Interface", "zope-interface"],
])("%s is the package %s", (requirement, name) => expect(packageName(requirement)).toBe(name));

test.each([
  ["--jobs", "0", "Expected a whole number from 1."],
  ["--timeout", "1e9", "Expected at most 3600."],
  ["--date", "today", "Expected a day, such as 2026-11-20."],
  ["--python", "/nowhere/python", "Cannot run /nowhere/python"],
])("recall run %s %s is one clear line and exit code 2", async (option, value, expected) => {
  const { code, out, err } = await runOne("javascript", "console.log(1)", "1", option, value);
  expect(err).toContain(expected);
  expect([code, out]).toEqual([2, ""]);
});

describe("SQL scripts", () => {
  test("are cut at the semicolons that end a statement", () => {
    const script = `-- one; two
create table "a;b" (x text default ';', [y;z]); /* ; */ insert into "a;b" values ('it''s; fine', 1);
create trigger t after insert on "a;b" begin select case when 1 then 2 end; select 3; end;
select 1`;
    expect(statementsOf(script).map(({ text }) => text)).toEqual([
      `create table "a;b" (x text default ';', [y;z])`,
      `insert into "a;b" values ('it''s; fine', 1)`,
      `create trigger t after insert on "a;b" begin select case when 1 then 2 end; select 3; end`,
      "select 1",
    ]);
    expect(statementsOf(script).map(({ line }) => line)).toEqual(statementsOf(script).map(({ text }) => lineOf(text)));
    function lineOf(statement: string): number {
      return script.slice(0, script.indexOf(statement)).split("\n").length;
    }
  });

  test("a row is its values separated by bars, with NULL as nothing", () => {
    const row = [null, 1n, 2.5, "x", new TextEncoder().encode("é")];
    expect(formatRow(row, (value) => `${value}!`)).toBe("|1|2.5!|x|é");
  });
});
