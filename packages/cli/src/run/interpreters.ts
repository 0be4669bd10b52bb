import { execute } from "./execute.ts";
import { sampleLimits } from "./limits.ts";
import { findPython, type PythonChoice, type PythonEnvironment, packageName } from "./python.ts";
import type { Sample } from "./sample.ts";
import { type Isolation, wrap } from "./sandbox.ts";

/** The programs that samples run with. */
export interface Interpreters {
  readonly python: PythonEnvironment | undefined;
  /** Node itself: runs JavaScript, and SQL on its own SQLite. */
  readonly node: { readonly path: string; readonly version: string; readonly sqlite: string };
  readonly bash: { readonly path: string; readonly version: string };
}

/** Finds what can run samples. @throws {Failure} when the Python that was named cannot be used */
export async function findInterpreters(choice: PythonChoice, isolation: Isolation): Promise<Interpreters> {
  return {
    python: await findPython(choice, isolation),
    node: { path: process.execPath, version: process.versions.node, sqlite: process.versions.sqlite ?? "" },
    bash: { path: isolation.bash, version: await bashVersion(isolation) },
  };
}

/** Versions that a sample ran with: of the language and of the packages it names. */
export function versionsFor(sample: Sample, { python, node, bash }: Interpreters): string {
  switch (sample.language) {
    case "python": {
      const named = sample.requires.map(packageName).map((name) => `${name} ${python?.packages.get(name) ?? "?"}`);
      return [`Python ${python?.version}`, ...named].join(", ");
    }
    case "sql":
      return `SQLite ${node.sqlite}`;
    case "javascript":
    case "typescript":
      return `Node ${node.version}`;
    case "bash":
      return `Bash ${bash.version}`;
  }
}

/** Why a sample cannot run here. */
export interface Missing {
  /** In a few words. */
  readonly reason: string;
  /** Packages to install, as the item requires them; empty when Python itself is missing. */
  readonly packages: readonly string[];
}

/** What keeps a sample from running here; undefined if it can. */
export function missingFor(sample: Sample, { python }: Interpreters): Missing | undefined {
  if (sample.language !== "python") return undefined;
  if (!python) return { reason: "there is no python3 on PATH (`--python` names another)", packages: [] };
  const packages = sample.requires.filter((name) => !python.packages.has(packageName(name)));
  if (packages.length === 0) return undefined;
  return { reason: `${packages.map(packageName).join(", ")} not installed for ${python.path}`, packages };
}

/** Such as `5.2`. */
async function bashVersion(isolation: Isolation): Promise<string> {
  const limits = { ...sampleLimits, seconds: 10 };
  const asked = await wrap([isolation.bash, "--version"], isolation, limits, { env: {}, folders: [] });
  const execution = await execute(asked, "/", { limits });
  return (execution.kind === "done" && /version (\d+\.\d+)/.exec(execution.stdout)?.[1]) || "?";
}
