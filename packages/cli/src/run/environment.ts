/** What differs from machine to machine and from run to run, and must not show in the output of a sample. */
export interface Circumstances {
  /** Seed of Python's hashes, which decide the order of a set. */
  readonly hashSeed: number;
  /** As POSIX writes it, so that no time zone files are needed. */
  readonly timeZone: string;
  /** Threads that numerical libraries use. */
  readonly threads: number;
  /** Whether SQLite turns round the order of rows that no `order by` fixes. */
  readonly reversesUnorderedRows: boolean;
}

/** A sample runs once in each of these, and prints the same both times. */
export const circumstances: readonly [Circumstances, Circumstances] = [
  { hashSeed: 0, timeZone: "UTC0", threads: 1, reversesUnorderedRows: false },
  { hashSeed: 4_127_301_857, timeZone: "<+14>-14", threads: 3, reversesUnorderedRows: true },
];

/** How the second circumstances differ, as messages say it. */
export const otherwise = "with another hash seed, time zone and number of threads";

/** Environment variables of every program that recall starts here, the same on every machine. */
export const baseEnvironment: Readonly<Record<string, string>> = {
  PATH: "/usr/local/bin:/usr/bin:/bin",
  HOME: "/tmp",
  LANG: "C.UTF-8",
  LC_ALL: "C.UTF-8",
  PYTHONDONTWRITEBYTECODE: "1",
  // What Python's option -I does, which would ignore PYTHONHASHSEED too.
  PYTHONSAFEPATH: "1",
  PYTHONNOUSERSITE: "1",
};

/** Environment variables of a sample. */
export function sampleEnvironment({ hashSeed, timeZone, threads }: Circumstances): Readonly<Record<string, string>> {
  return {
    ...baseEnvironment,
    PYTHONHASHSEED: String(hashSeed),
    TZ: timeZone,
    OMP_NUM_THREADS: String(threads),
    OPENBLAS_NUM_THREADS: String(threads),
    MKL_NUM_THREADS: String(threads),
  };
}
