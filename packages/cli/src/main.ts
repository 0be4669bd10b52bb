import { Command, CommanderError } from "commander";
import { compileCommand } from "./commands/compile.ts";
import { diffCommand } from "./commands/diff.ts";
import { lintCommand } from "./commands/lint.ts";
import { newCommand } from "./commands/new.ts";
import { publishCommand } from "./commands/publish.ts";
import { releaseCommand } from "./commands/release.ts";
import { runCommand } from "./commands/run.ts";
import { schemaCommand } from "./commands/schema.ts";
import { Failure } from "./failure.ts";
import { type Host, realHost } from "./host.ts";
import { visible } from "./report/visible.ts";
import { version } from "./version.ts";

/** 0: no errors, 1: errors in content, 2: wrong use of the command. (3, a fault of ours, is given by bin/recall.js.) */
export type ExitCode = 0 | 1 | 2;

/** Runs the command line and gives its exit code. Never throws for what a user did. */
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
  lintCommand(add, host);
  compileCommand(add, host);
  publishCommand(add, host);
  runCommand(add, host);
  newCommand(add, host);
  releaseCommand(add, host);
  diffCommand(add, host);
  schemaCommand(add, host);
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Failure) {
      host.err(`recall: ${visible(error.message)}\n`);
      return 2;
    }
    throw error;
  }
}

/** How a command adds itself: its words, and what it does. */
export type AddCommand = (command: Command, run: (...values: never[]) => Promise<ExitCode>) => void;
