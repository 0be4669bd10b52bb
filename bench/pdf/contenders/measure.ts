/** Costs of one run. */
export interface Measured {
  readonly bytes: number;
  /** Processor time in seconds of all threads, from the start of the process to the finished file. */
  readonly cpu: number;
  /** Peak memory of the process up to the finished file. */
  readonly megabytes: number;
  /** Wall-clock milliseconds from the start of the process. */
  readonly milliseconds: number;
  /** The same again in the same process, after a change of one item. */
  readonly warmMilliseconds: number;
}

/** Makes the file; with `isChanged`, from sources with one item changed. */
export type Make = (isChanged: boolean) => Promise<Uint8Array>;

/** Makes the file, makes it again with one item changed, and prints the costs for bench.ts. */
export async function measure(make: Make, write: (bytes: Uint8Array) => void): Promise<void> {
  const bytes = await make(false);
  write(bytes);
  // Counted from the start of the process: loading the program is part of its cost.
  const milliseconds = performance.now();
  const { user, system } = process.cpuUsage();
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const start = performance.now();
  await make(true);
  const warmMilliseconds = performance.now() - start;
  const measured: Measured = {
    bytes: bytes.length,
    cpu: (user + system) / 1e6,
    megabytes,
    milliseconds,
    warmMilliseconds,
  };
  console.log(JSON.stringify(measured));
}
