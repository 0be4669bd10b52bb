import { Command, CommanderError } from "commander";
import type { AddCommand, ExitCode } from "./command.ts";
import { withCommands } from "./command-prefix.ts";
import { Failure } from "./failure.ts";
import { type Host, realHost } from "./host.ts";
import { visible } from "./report/visible.ts";
import { version } from "./version.ts";

/** Runs the command line and gives its exit code. Never throws for a user's mistake. */
export async function main(args: readonly string[], host: Host = realHost()): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command("recall")
    .description("Checks and publishes knowledge written as Markdown, one file an item")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: host.out, writeErr: host.err })
    .showHelpAfterError("(recall --help says more)");
  const add = (command: Command, run: (...values: never[]) => Promise<ExitCode>) => {
    command.action(async (...values: unknown[]) => {
      code = await (run as (...values: unknown[]) => Promise<ExitCode>)(...values);
    });
    program.addCommand(command.copyInheritedSettings(program));
  };
  for (const load of commandsFor(args[0])) (await load())(add, host);
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Failure) {
      host.err(`recall: ${visible(withCommands(error.message, host))}\n`);
      return 2;
    }
    throw error;
  }
}

/** The commands, in the order of the help; each is loaded only if it may run. */
const commands = {
  lint: async () => (await import("./commands/lint.ts")).lintCommand,
  compile: async () => (await import("./commands/compile.ts")).compileCommand,
  publish: async () => (await import("./commands/publish.ts")).publishCommand,
  run: async () => (await import("./commands/run.ts")).runCommand,
  new: async () => (await import("./commands/new.ts")).newCommand,
  release: async () => (await import("./commands/release.ts")).releaseCommand,
  diff: async () => (await import("./commands/diff.ts")).diffCommand,
  schema: async () => (await import("./commands/schema.ts")).schemaCommand,
} satisfies Record<string, () => Promise<(add: AddCommand, host: Host) => void>>;

/** The named command only; all of them for help, and to suggest one for a misspelt name. */
function commandsFor(name: string | undefined): (() => Promise<(add: AddCommand, host: Host) => void>)[] {
  return name !== undefined && Object.hasOwn(commands, name)
    ? [commands[name as keyof typeof commands]]
    : Object.values(commands);
}
