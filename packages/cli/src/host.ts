import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { Writable } from "node:stream";
import { commandFor } from "./command-prefix.ts";
import { explain } from "./failure.ts";

/** Everything that the command line uses of the system; tests pass in their own. */
export interface Host {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isColour: boolean;
  /** Whether messages (not results) go to a terminal. */
  readonly isTerminal?: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** Whether messages are broken between words to fit: for a terminal, which would break them within. */
  readonly wraps?: boolean;
  /** The day where it is latest on earth, as YYYY-MM-DD; undefined where days are not checked. */
  readonly today?: string | undefined;
  /** How the user calls recall from the working folder, such as `npm run recall --`; `recall` when undefined. */
  readonly command?: string | undefined;
  /** Folder of the cache of checks; undefined for no cache. */
  readonly cacheFolder?: string | undefined;
}

/** The real console and working folder; undefined, with a message, where the folder has been deleted. */
export function realHost(): Host | undefined {
  const { env, stdout, stderr } = process;
  endWell(stdout, (reason) => stderr.write(`recall: Cannot write to the standard output: ${reason}\n`));
  endWell(stderr, () => {});
  const cwd = workingFolder();
  if (cwd === undefined) {
    stderr.write("recall: Cannot read the working folder: it was deleted or renamed, so change to another\n");
    return undefined;
  }
  return {
    cwd,
    command: commandFor(cwd),
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    isColour: env.FORCE_COLOR ? env.FORCE_COLOR !== "0" : Boolean(stdout.isTTY) && !env.NO_COLOR,
    isTerminal: Boolean(stderr.isTTY),
    columns: stdout.columns || stderr.columns || 100,
    wraps: Boolean(stdout.isTTY),
    today: latestDay(new Date()),
    cacheFolder: cacheFolderFrom(env),
  };
}

/** The day on the line islands, 14 hours ahead: no author anywhere writes a later one. */
function latestDay(now: Date): string {
  return new Date(now.getTime() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** `RECALL_CACHE` names the folder, or is `off`; the default is the user's cache folder, where no contributor can write. */
export function cacheFolderFrom(env: NodeJS.ProcessEnv): string | undefined {
  if (env.RECALL_CACHE) return env.RECALL_CACHE === "off" ? undefined : resolve(env.RECALL_CACHE);
  const home = homeFolder();
  const caches = env.XDG_CACHE_HOME || (home && join(home, ".cache"));
  return caches ? join(caches, "high-recall") : undefined;
}

/** A user without a home, as in some containers, has no cache. */
function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

function workingFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/**
 * A closed pipe (`recall lint | head -1`) is not an error. Any other output error, such as a full disk, ends with
 * exit code 2: part of the output is missing.
 */
function endWell(stream: Writable, tell: (reason: string) => void): void {
  let isBroken = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || isBroken) return;
    isBroken = true;
    tell(explain(error));
    process.once("exit", () => {
      process.exitCode = 2;
    });
  });
}
