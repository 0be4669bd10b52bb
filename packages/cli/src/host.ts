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
  /** How the user calls recall from the working folder, such as `npm run recall --`; `recall` when undefined. */
  readonly command?: string | undefined;
  /** Folder of the cache of checks; undefined for no cache. */
  readonly cacheFolder?: string | undefined;
}

/** The real console and working folder. */
export function realHost(): Host {
  const { env, stdout, stderr } = process;
  const cwd = process.cwd();
  endWell(stdout, (reason) => stderr.write(`recall: Cannot write to the standard output: ${reason}\n`));
  endWell(stderr, () => {});
  return {
    cwd,
    command: commandFor(cwd),
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    isColour: env.FORCE_COLOR ? env.FORCE_COLOR !== "0" : Boolean(stdout.isTTY) && !env.NO_COLOR,
    isTerminal: Boolean(stderr.isTTY),
    columns: stdout.columns ?? stderr.columns ?? 100,
    cacheFolder: cacheFolderFrom(env),
  };
}

/** `RECALL_CACHE` names the folder, or is `off`; the default is the user's cache folder, where no contributor can write. */
function cacheFolderFrom(env: NodeJS.ProcessEnv): string | undefined {
  if (env.RECALL_CACHE) return env.RECALL_CACHE === "off" ? undefined : resolve(env.RECALL_CACHE);
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "high-recall");
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
