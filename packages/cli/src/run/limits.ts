/** What a sample may use, with every process that it starts. */
export const limits = {
  /** Processes and threads. */
  processes: 256,
  /** Bytes of memory. */
  memory: 4 * 2 ** 30,
  /** Bytes in each of the two scratch folders, /tmp and /dev/shm; they count as memory too. */
  scratch: 256 * 2 ** 20,
  /** Bytes of standard output and standard error together. */
  output: 1_000_000,
} as const;

/** Limits that depend on the run and on the language. */
export interface RunLimits {
  /** Wall-clock time. */
  readonly seconds: number;
  /** Address space of one process in MiB; undefined for programs that reserve far more than they use. */
  readonly addressSpace?: number;
}

/**
 * Shell commands that set what the kernel can limit by process: a backstop, because a limit for each process alone is
 * none for a sample that starts many.
 */
export function limitCommands({ seconds, addressSpace }: RunLimits, countsProcesses: boolean): string {
  return [
    addressSpace === undefined ? "" : `ulimit -v ${addressSpace * 1024}; `,
    // A user's processes, which in a user namespace are those of the sample.
    countsProcesses ? `ulimit -u ${limits.processes}; ` : "",
    `ulimit -t ${Math.ceil(seconds) * 4}; ulimit -f ${limits.scratch / 1024}; ulimit -c 0; `,
  ].join("");
}
