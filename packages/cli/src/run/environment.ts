/** What differs between machines and between runs, and must not affect the output of a sample. */
export interface Circumstances {
  /** Seed of Python's hashes, which decide the order of a set. */
  readonly hashSeed: number;
  /** As POSIX writes it, so that no time zone files are needed. */
  readonly timeZone: string;
  /** Threads that numerical libraries use. */
  readonly threads: number;
  /** Whether SQLite reverses the order of rows that no `order by` fixes. */
  readonly reversesUnorderedRows: boolean;
}

/** A sample runs once in each of these, and must print the same both times. */
export const circumstances: readonly [Circumstances, Circumstances] = [
  { hashSeed: 0, timeZone: "UTC0", threads: 1, reversesUnorderedRows: false },
  { hashSeed: 4_127_301_857, timeZone: "<+14>-14", threads: 3, reversesUnorderedRows: true },
];

/** How the second circumstances differ, as messages say it. */
export const otherwise = "with another hash seed, time zone and number of threads";

/** Environment variables of every program that recall starts for samples, the same on every machine. */
export const baseEnvironment: Readonly<Record<string, string>> = {
  PATH: "/usr/local/bin:/usr/bin:/bin",
  HOME: "/tmp",
  LANG: "C.UTF-8",
  LC_ALL: "C.UTF-8",
  PYTHONDONTWRITEBYTECODE: "1",
  // Instead of Python's option -I, which would also ignore PYTHONHASHSEED.
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
