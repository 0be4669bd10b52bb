import { readdirSync, readFileSync } from "node:fs";

/** A process as Linux shows it in /proc. */
interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly threads: number;
  /** Bytes of memory in use. */
  readonly memory: number;
}

/** Processes and their descendants, as far as parent ids show them. */
export interface ProcessTree {
  readonly pids: readonly number[];
  readonly threads: number;
  /** Bytes; memory that processes share counts for each. */
  readonly memory: number;
}

/**
 * The descendants of a process, itself included; those whose parent has ended only if `marker` is among the values of
 * their environment. Empty where there is no /proc.
 */
export function processTree(root: number, marker?: string): ProcessTree {
  const all = listProcesses();
  const children = Map.groupBy(all, ({ parent }) => parent);
  const strays = marker === undefined ? [] : all.filter(({ pid }) => environmentOf(pid).includes(marker));
  const found = new Map<number, Process>();
  const pending = [...all.filter(({ pid }) => pid === root), ...strays];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (found.has(next.pid)) continue;
    found.set(next.pid, next);
    pending.push(...(children.get(next.pid) ?? []));
  }
  const tree = [...found.values()];
  return {
    pids: tree.map(({ pid }) => pid),
    threads: tree.reduce((sum, { threads }) => sum + threads, 0),
    memory: tree.reduce((sum, { memory }) => sum + memory, 0),
  };
}

/** Memory of the whole machine, in bytes. */
export interface MachineMemory {
  readonly total: number;
  /** Memory that is still available. */
  readonly available: number;
  /** Files in memory, such as those of a tmpfs and anonymous ones, which do not count as memory of any process. */
  readonly shared: number;
}

/** Undefined where there is no /proc. */
export function machineMemory(): MachineMemory | undefined {
  const text = read("/proc/meminfo");
  const [total, available, shared] = ["MemTotal", "MemAvailable", "Shmem"].map((label) => numberAfter(label, text));
  if (total === undefined || available === undefined || shared === undefined) return undefined;
  return { total: total * 1024, available: available * 1024, shared: shared * 1024 };
}

function listProcesses(): Process[] {
  return folders("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const status = read(`/proc/${name}/status`);
      const parent = numberAfter("PPid", status);
      // A zombie has ended; only its parent can remove it.
      if (parent === undefined || /^State:\s+Z/m.test(status)) return [];
      const memory = (numberAfter("VmRSS", status) ?? 0) * 1024;
      return { pid: Number(name), parent, threads: numberAfter("Threads", status) ?? 1, memory };
    });
}

function environmentOf(pid: number): string[] {
  const variables = read(`/proc/${pid}/environ`).split("\0");
  return variables.map((variable) => variable.slice(variable.indexOf("=") + 1));
}

/** The number in a line such as `VmRSS:   1234 kB`. */
function numberAfter(label: string, text: string): number | undefined {
  const digits = new RegExp(`^${label}:\\s+(\\d+)`, "m").exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function folders(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** Empty for a process that has ended in the meantime, or is another user's. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
