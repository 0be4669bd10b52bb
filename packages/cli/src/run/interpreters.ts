import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Failure } from "../failure.ts";
import { exists } from "../locate.ts";
import type { Sample } from "./sample.ts";

const run = promisify(execFile);

/** The programs that samples run with. */
export interface Environment {
  readonly python: Python | undefined;
  /** Node itself: runs JavaScript, and SQL on its own SQLite. */
  readonly node: { readonly path: string; readonly version: string; readonly sqlite: string };
  readonly bash: string | undefined;
}

export interface Python {
  readonly path: string;
  readonly version: string;
  /** Folders that the sandbox must let it read. */
  readonly folders: readonly string[];
  /** Installed package, normalised -> version. */
  readonly packages: ReadonlyMap<string, string>;
}

/** Finds what can run samples: the named Python, else `.venv` in `content` or above, else python3. @throws {Failure} */
export async function findEnvironment(content: string, python: string | undefined): Promise<Environment> {
  const path = python ?? (await findVenv(content)) ?? "python3";
  const probed = await probePython(path);
  if (python !== undefined && !probed) throw new Failure(`Cannot run ${python}: expected a Python interpreter`);
  return {
    python: probed,
    node: { path: process.execPath, version: process.versions.node, sqlite: process.versions.sqlite ?? "" },
    bash: await run("bash", ["--version"]).then(
      ({ stdout }) => /version (\d+\.\d+)/.exec(stdout)?.[1],
      () => undefined,
    ),
  };
}

/** What a sample ran with: the language's version and those of the packages it names. */
export function versionsFor(sample: Sample, environment: Environment): string {
  switch (sample.language) {
    case "python": {
      const packages = environment.python?.packages ?? new Map();
      const named = sample.requires.map(packageName).map((name) => `${name} ${packages.get(name) ?? "?"}`);
      return [`Python ${environment.python?.version}`, ...named].join(", ");
    }
    case "sql":
      return `SQLite ${environment.node.sqlite}`;
    case "javascript":
    case "typescript":
      return `Node ${environment.node.version}`;
    case "bash":
      return `Bash ${environment.bash}`;
  }
}

/** What keeps a sample from running here, in a few words; undefined when nothing does. */
export function missingFor(sample: Sample, environment: Environment): string | undefined {
  if (sample.language === "bash") return environment.bash ? undefined : "bash is not installed";
  if (sample.language !== "python") return undefined;
  const { python } = environment;
  if (!python) return "Python is not installed";
  const missing = sample.requires.map(packageName).filter((name) => !python.packages.has(name));
  return missing.length > 0 ? `${missing.join(", ")} not installed for ${python.path}` : undefined;
}

/** `scikit_learn[all]>=1.5` -> `scikit-learn`, as PyPI normalises names. */
export function packageName(requirement: string): string {
  return (/^[A-Za-z0-9._-]+/.exec(requirement)?.[0] ?? requirement).toLowerCase().replace(/[._-]+/g, "-");
}

async function findVenv(folder: string): Promise<string | undefined> {
  const path = join(folder, ".venv", "bin", "python");
  if (await exists(path)) return path;
  const parent = dirname(folder);
  return parent === folder ? undefined : findVenv(parent);
}

const probe = `
import json, platform, sys
from importlib.metadata import distributions
print(json.dumps({
    "path": sys.executable,
    "version": platform.python_version(),
    "folders": sorted({sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}),
    "packages": {d.metadata["Name"]: d.version for d in distributions() if d.metadata["Name"]},
}))
`;

async function probePython(path: string): Promise<Python | undefined> {
  try {
    const { stdout } = await run(path, ["-I", "-c", probe], { timeout: 60_000 });
    const found = JSON.parse(stdout) as Omit<Python, "packages"> & { packages: Record<string, string> };
    const packages = Object.entries(found.packages).map(([name, version]): [string, string] => [
      packageName(name),
      version,
    ]);
    return { ...found, packages: new Map(packages) };
  } catch {
    return undefined;
  }
}
