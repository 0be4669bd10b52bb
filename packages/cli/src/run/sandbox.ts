import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { exists } from "../locate.ts";

const run = promisify(execFile);

/** Limits of one sample. */
export interface Limits {
  readonly seconds: number;
  /** Address space in MiB; undefined for a program that reserves far more than it uses. */
  readonly megabytes: number | undefined;
  /** Largest standard output in bytes. */
  readonly outputBytes: number;
}

/** How samples are kept apart from the machine: in a sandbox of their own, or only without a network. */
export type Isolation = "bubblewrap" | "network";

/** The best isolation that works here; undefined when there is none. */
export async function findIsolation(): Promise<Isolation | undefined> {
  const works = (program: string, args: string[]) =>
    run(program, args, { timeout: 10_000 }).then(
      () => true,
      () => false,
    );
  if (await works("bwrap", ["--unshare-all", "--ro-bind", "/", "/", "true"])) return "bubblewrap";
  if (await works("unshare", ["--map-root-user", "--net", "true"])) return "network";
  return undefined;
}

/** What a program may see besides the system's libraries, read-only. */
export interface Visible {
  readonly folders: readonly string[];
}

const system = [
  "/usr",
  "/lib",
  "/lib32",
  "/lib64",
  "/bin",
  "/sbin",
  "/etc/alternatives",
  "/etc/ld.so.cache",
  "/nix/store",
];

/**
 * The command, wrapped: no network, no processes of others, no files but the system's libraries, what is `visible`, and a
 * scratch folder that goes away with it; limits on memory, processor time, file size and processes.
 */
export async function wrap(
  command: readonly string[],
  isolation: Isolation | undefined,
  limits: Limits,
  visible: Visible,
): Promise<string[]> {
  const limited = [
    "bash",
    "-c",
    [
      limits.megabytes === undefined ? "" : `ulimit -v ${limits.megabytes * 1024}; `,
      `ulimit -t ${Math.ceil(limits.seconds) * 4}; ulimit -f 131072; ulimit -c 0; exec "$@"`,
    ].join(""),
    "sample",
    ...command,
  ];
  switch (isolation) {
    case undefined:
      return limited;
    case "network":
      return ["unshare", "--map-root-user", "--net", ...limited];
    case "bubblewrap": {
      const present = await Promise.all(system.map(exists));
      const binds = [...system.filter((_, index) => present[index]), ...visible.folders];
      return [
        "bwrap",
        "--unshare-all",
        "--die-with-parent",
        "--new-session",
        "--cap-drop",
        "ALL",
        "--tmpfs",
        "/",
        "--dev",
        "/dev",
        "--proc",
        "/proc",
        "--tmpfs",
        "/tmp",
        ...binds.flatMap((folder) => ["--ro-bind", folder, folder]),
        "--chdir",
        "/tmp",
        ...limited,
      ];
    }
  }
}
