import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { release } from "node:os";
import { promisify } from "node:util";
import { Failure } from "../failure.ts";
import { exists } from "../locate.ts";
import { type ControlGroup, controlGroup } from "./control-group.ts";
import { type Limits, limitCommands, sampleLimits } from "./limits.ts";
import { findProgram } from "./program.ts";

/** How samples are isolated from the machine. */
export const isolationNames = ["bubblewrap", "none"] as const;
export type IsolationName = (typeof isolationNames)[number];

/** The programs that start a sample, by absolute path. */
export type Isolation =
  | {
      readonly name: "bubblewrap";
      readonly bwrap: string;
      readonly bash: string;
      readonly group: ControlGroup | undefined;
    }
  | { readonly name: "none"; readonly bash: string };

/** What a program can see of the machine. */
export interface View {
  /** Its environment variables: these and no others. */
  readonly env: Readonly<Record<string, string>>;
  /** Folders that it may read besides the system's; `everything` is for our own programs, never for a sample. */
  readonly folders: readonly string[] | "everything";
  /** Bytes of address space for each process; undefined for programs that reserve far more than they use. */
  readonly addressSpace?: number | undefined;
}

/** A command that is ready to start. */
export interface Wrapped {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The isolation of this name; never a weaker one, which the user must choose by name.
 * @throws {Failure} when it does not work here, with what to install
 */
export async function findIsolation(
  name: IsolationName,
  env: Readonly<Record<string, string | undefined>>,
  content: string,
): Promise<Isolation> {
  const find = (program: string) => findProgram(program, env.PATH ?? "", content);
  const bash = await find("bash");
  if (!bash) throw new Failure("Cannot run samples: there is no bash on PATH");
  if (name === "none") return { name, bash };
  const bwrap = await find("bwrap");
  if (!bwrap) throw refusal("there is no bubblewrap (`bwrap`) on PATH");
  const isolation = { name, bwrap, bash: await realpath(bash), group: undefined };
  const { command } = await wrap(
    [isolation.bash, "-c", ":"],
    isolation,
    { ...sampleLimits, seconds: 10 },
    { env: {}, folders: [] },
  );
  const fault = await faultOf(command, {});
  if (fault !== undefined) throw refusal(fault);
  return { ...isolation, group: await findGroup(await find("systemd-run"), env) };
}

/** The command, wrapped in its sandbox and limits. */
export async function wrap(
  command: readonly string[],
  isolation: Isolation,
  limits: Limits,
  view: View,
): Promise<Wrapped> {
  const isCounted = isolation.name === "bubblewrap" && countsByNamespace(release());
  const script = `${limitCommands(limits, view.addressSpace, isCounted)}exec "$@"`;
  const limited = [isolation.bash, "-c", script, "sample", ...command];
  if (isolation.name === "none") return { command: limited, env: view.env };
  const sandboxed = [isolation.bwrap, ...(await sandboxArguments(view, limits.scratch)), "--", ...limited];
  const { group } = isolation;
  return { command: [...(group?.command ?? []), ...sandboxed], env: group?.env ?? {} };
}

/** What a program may read of the system: libraries and programs, nothing of its users or settings. */
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

/** No network, no other processes, no files but the system's and `view.folders`, nothing writable but scratch folders. */
async function sandboxArguments(view: View, scratchBytes: number): Promise<string[]> {
  return [
    ...["--unshare-all", "--unshare-user", "--disable-userns", "--uid", "1000", "--gid", "1000"],
    ...["--hostname", "sample", "--die-with-parent", "--new-session", "--cap-drop", "ALL"],
    ...["--clearenv", ...Object.entries(view.env).flatMap(([name, value]) => ["--setenv", name, value])],
    ...(view.folders === "everything" ? everythingReadable : await onlyReadable(view.folders, scratchBytes)),
  ];
}

const everythingReadable = ["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--remount-ro", "/dev"];

async function onlyReadable(folders: readonly string[], scratchBytes: number): Promise<string[]> {
  const present = await Promise.all(system.map(exists));
  const readable = [...system.filter((_, index) => present[index]), ...folders];
  const scratch = (folder: string) => ["--size", String(scratchBytes), "--tmpfs", folder];
  return [
    ...["--tmpfs", "/", "--dev", "/dev", "--proc", "/proc", ...scratch("/tmp"), ...scratch("/dev/shm")],
    ...readable.flatMap((folder) => ["--ro-bind", folder, folder]),
    // bubblewrap's own / and /dev are in memory too, with a default limit of half of it.
    ...["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"],
  ];
}

/** From 5.14 on, Linux counts a user's processes separately in each user namespace; before that, the desktop's count too. */
function countsByNamespace(kernel: string): boolean {
  const [major = 0, minor = 0] = kernel.split(".").map(Number);
  return major > 5 || (major === 5 && minor >= 14);
}

async function findGroup(
  systemdRun: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ControlGroup | undefined> {
  if (!systemdRun) return undefined;
  const group = controlGroup(systemdRun, env, process.getuid?.() === 0);
  return (await faultOf([...group.command, "/bin/sh", "-c", ":"], group.env)) === undefined ? group : undefined;
}

/** Error output of a command; undefined if it succeeds. */
async function faultOf(
  [program = "", ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  try {
    await promisify(execFile)(program, args, { env: { ...env }, cwd: "/", timeout: 10_000 });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    return stderr?.trim().split("\n")[0] || message;
  }
}

function refusal(why: string): Failure {
  const install = "install bubblewrap 0.8 or newer (`apt-get install bubblewrap`, `dnf install bubblewrap`)";
  const none = "`--isolation none` runs them with your rights, files and network: only for samples that you have read";
  return new Failure(`Cannot run samples in a sandbox (${why}): ${install}; or ${none}`);
}
