/** What a sample may use, with every process that it starts. */
export interface Limits {
  /** Wall-clock time. */
  readonly seconds: number;
  /** Processes and threads. */
  readonly processes: number;
  /** Bytes of memory. */
  readonly memory: number;
  /** Bytes in each of the two scratch folders, /tmp and /dev/shm; they are held in memory. */
  readonly scratch: number;
  /** Bytes of standard output and standard error together. */
  readonly output: number;
}

export const sampleLimits: Omit<Limits, "seconds"> = {
  processes: 256,
  memory: 4 * 2 ** 30,
  scratch: 256 * 2 ** 20,
  output: 1_000_000,
};

/**
 * Shell commands that set what the kernel limits by process or by user. They are a backstop: between two looks at its
 * processes, a sample could start thousands.
 */
export function limitCommands(limits: Limits, addressSpace: number | undefined, countsByNamespace: boolean): string {
  return [
    addressSpace === undefined ? "" : `ulimit -v ${addressSpace / 1024}; `,
    countsByNamespace ? `ulimit -u ${limits.processes * 2}; ` : "",
    `ulimit -t ${Math.ceil(limits.seconds) * 4}; ulimit -f ${limits.scratch / 1024}; ulimit -c 0; `,
  ].join("");
}
