import { Command, CommanderError } from "commander";
import type { AddCommand, ExitCode } from "./command.ts";
import { withCommands } from "./command-prefix.ts";
import { explain, Failure, isSystemError } from "./failure.ts";
import { type Host, realHost } from "./host.ts";
import { visible, visibleLines } from "./report/visible.ts";
import { withoutCommands } from "./report/workflow-commands.ts";
import { version } from "./version.ts";

/** Runs the command line and gives its exit code. Never throws for a user's mistake. */
export async function main(args: readonly string[], given?: Host): Promise<ExitCode> {
  let code: ExitCode = 0;
  const host = given ?? realHost();
  if (host === undefined) return 2;
  const out = (text: string) => host.out(withoutCommands(text));
  const err = (text: string) => host.err(withoutCommands(text));
  const safe: Host = { ...host, out, err };
  const program = new Command("recall")
    .description("Checks and publishes knowledge written as Markdown, one file an item")
    .version(version, "-v, --version")
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err, outputError: (text, write) => write(explainUse(text, args)) })
    .showHelpAfterError("(recall --help says more)");
  const add = (command: Command, run: (...values: never[]) => Promise<ExitCode>) => {
    command.action(async (...values: unknown[]) => {
      code = await (run as (...values: unknown[]) => Promise<ExitCode>)(...values);
    });
    program.addCommand(command.copyInheritedSettings(program));
  };
  for (const load of commandsFor(args[0])) (await load())(add, safe);
  try {
    await program.parseAsync(args[0] === "-V" ? ["--version"] : [...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Failure) {
      err(`recall: ${withCommands(error.lines, host)}\n`);
      return 2;
    }
    if (isSystemError(error)) {
      err(`recall: Cannot use ${visible(error.path ?? "a file")}: ${visible(explain(error))}\n`);
      return 2;
    }
    throw error;
  }
}

/** A list that was written with spaces has become several arguments. */
function explainUse(text: string, args: readonly string[]): string {
  if (!text.startsWith("error: too many arguments")) return visibleLines(text);
  const at = args.findIndex((arg, index) => arg.endsWith(",") || args[index + 1]?.startsWith(","));
  if (at < 0 || args[at + 1] === undefined) return visibleLines(text);
  let end = at + 1;
  while (args[end]?.endsWith(",") && args[end + 1] !== undefined) end += 1;
  const list = args
    .slice(at, end + 1)
    .join(",")
    .replace(/,+/g, ",");
  return `error: unexpected space in a list, expected commas alone: write ${visible(list)}\n`;
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
