/** What one run took. */
export interface Measured {
  readonly bytes: number;
  /** Seconds of the processor, all threads, of the whole process up to the finished file. */
  readonly cpu: number;
  /** Peak memory of the process up to the finished file. */
  readonly megabytes: number;
  /** Milliseconds by the clock from the program's start. */
  readonly milliseconds: number;
  /** The same once more in the same process, after one item has changed. */
  readonly warmMilliseconds: number;
}

/** A file, made from the sources; `isChanged` asks for the sources with one item changed. */
export type Make = (isChanged: boolean) => Promise<Uint8Array>;

/** Makes the file, then makes it again with one item changed, and prints what bench.ts reads. */
export async function measure(make: Make, write: (bytes: Uint8Array) => void): Promise<void> {
  const bytes = await make(false);
  write(bytes);
  // Counted from the start of the process: what it takes to load a program is part of its time.
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
