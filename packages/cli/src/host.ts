import type { Writable } from "node:stream";
import { explain } from "./failure.ts";

/** What the command line reads from the world around it; tests hand in their own. */
export interface Host {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isColour: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
}

/** The real console and working folder. */
export function realHost(): Host {
  const { env, stdout, stderr } = process;
  endWell(stdout, (reason) => stderr.write(`recall: Cannot write to the standard output: ${reason}\n`));
  endWell(stderr, () => {});
  return {
    cwd: process.cwd(),
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    isColour: env.FORCE_COLOR ? env.FORCE_COLOR !== "0" : Boolean(stdout.isTTY) && !env.NO_COLOR,
    columns: stdout.columns ?? 100,
  };
}

/**
 * A reader that has seen enough (`recall lint | head -1`) does not stop the work, nor is it a fault. Any other trouble
 * with the output, such as a full disk, ends in exit code 2: what was printed is not all there was to say.
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
