import { type Limits, sampleLimits } from "./limits.ts";

/** `systemd-run`, which starts a sample in a control group of its own, so that the kernel limits the sample as a whole. */
export interface ControlGroup {
  readonly command: readonly string[];
  /** What `systemd-run` needs to find systemd. */
  readonly env: Readonly<Record<string, string>>;
}

/** A control group of the user's systemd; for root, of the system's. */
export function controlGroup(
  systemdRun: string,
  env: Readonly<Record<string, string | undefined>>,
  isRoot: boolean,
  limits: Pick<Limits, "memory" | "processes"> = sampleLimits,
): ControlGroup {
  const needed = isRoot ? [] : ["XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"];
  const memory = ["-p", `MemoryMax=${limits.memory}`, "-p", "MemorySwapMax=0"];
  return {
    command: [
      ...[systemdRun, ...(isRoot ? [] : ["--user"]), "--scope", "--quiet", "--collect"],
      // Above the sample's own limit, so that recall's check comes first and can report the reason.
      ...[...memory, "-p", `TasksMax=${limits.processes * 2}`, "--"],
    ],
    env: Object.fromEntries(
      needed.flatMap((name): [string, string][] => (env[name] === undefined ? [] : [[name, env[name]]])),
    ),
  };
}
