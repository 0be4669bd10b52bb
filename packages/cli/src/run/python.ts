import { resolve } from "node:path";
import * as z from "zod";
import { Failure } from "../failure.ts";
import { baseEnvironment } from "./environment.ts";
import { execute } from "./execute.ts";
import { sampleLimits } from "./limits.ts";
import { findProgram, leadsInto } from "./program.ts";
import { type Isolation, wrap } from "./sandbox.ts";

/** A Python interpreter with its packages. */
export interface PythonEnvironment {
  readonly path: string;
  readonly version: string;
  /** Folders that the sandbox must let it read. */
  readonly folders: readonly string[];
  /** Installed package, normalised -> version. */
  readonly packages: ReadonlyMap<string, string>;
}

/** Where to look for Python. */
export interface PythonChoice {
  /** `--python`: a path, or a name on PATH. */
  readonly named: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that a relative path starts from. */
  readonly cwd: string;
  /** The folder of topics. Nothing in it is executed: other people write it. */
  readonly content: string;
}

/**
 * The Python that the user chose: `--python`, else the variable RECALL_PYTHON, else python3 on PATH. No virtual
 * environment is searched for, since a contributor could place one.
 * @throws {Failure} when the one that was named cannot be used
 */
export async function findPython(choice: PythonChoice, isolation: Isolation): Promise<PythonEnvironment | undefined> {
  const { named, env, cwd, content } = choice;
  const chosen = named ?? (env.RECALL_PYTHON || undefined);
  const source = named === undefined ? "RECALL_PYTHON" : "--python";
  const name = chosen ?? "python3";
  const path = name.includes("/") ? resolve(cwd, name) : await findProgram(name, env.PATH ?? "", content);
  if (path !== undefined && (await leadsInto(path, content))) {
    throw new Failure(
      `Cannot use ${path} (${source}): it is in the folder of topics, which other people write: make the environment elsewhere`,
    );
  }
  const found = path === undefined ? undefined : await probe(path, isolation);
  if (chosen !== undefined && !found)
    throw new Failure(`Cannot run ${chosen} (${source}): name a Python interpreter with \`--python\``);
  return found;
}

/** `scikit_learn[all]>=1.5` -> `scikit-learn`, as PyPI normalises names. */
export function packageName(requirement: string): string {
  return (/^[A-Za-z0-9._-]+/.exec(requirement)?.[0] ?? requirement).toLowerCase().replace(/[._-]+/g, "-");
}

const script = `
import json, platform, sys
from importlib.metadata import distributions
print(json.dumps({
    "path": sys.executable,
    "version": platform.python_version(),
    "folders": sorted({sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}),
    "packages": {d.metadata["Name"]: d.version for d in distributions() if d.metadata["Name"]},
}))
`;

const Probe = z.object({
  path: z.string().min(1),
  version: z.string(),
  folders: z.array(z.string().startsWith("/")),
  packages: z.record(z.string(), z.string()),
});

/** Asks an interpreter about itself, in the sandbox: no writable folder, no network, no environment of the caller. */
async function probe(path: string, isolation: Isolation): Promise<PythonEnvironment | undefined> {
  const limits = { ...sampleLimits, seconds: 60 };
  const view = { env: baseEnvironment, folders: "everything" } as const;
  const execution = await execute(await wrap([path, "-I", "-c", script], isolation, limits, view), "/", { limits });
  if (execution.kind !== "done" || execution.code !== 0) return undefined;
  try {
    const found = Probe.parse(JSON.parse(execution.stdout));
    const packages = Object.entries(found.packages).map(([name, version]): [string, string] => [
      packageName(name),
      version,
    ]);
    return { ...found, packages: new Map(packages) };
  } catch {
    return undefined;
  }
}
