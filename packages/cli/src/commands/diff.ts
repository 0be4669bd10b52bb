import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Curriculum, hasError } from "@high-recall/core";
import { changesBetween, type ReleasedNotes } from "@high-recall/release";
import { Command, Option } from "commander";
import { withChoices } from "../choices.ts";
import type { AddCommand, ExitCode } from "../command.ts";
import { explain, Failure } from "../failure.ts";
import type { Host } from "../host.ts";
import { loadCurriculum } from "../load-curriculum.ts";
import { shownPath } from "../paths.ts";
import { cardHistory } from "../publishers.ts";
import { readRegister, registerAfter } from "../register.ts";
import { printChanges } from "../report/changes.ts";
import { report } from "../report/report.ts";
import { printJson } from "../report/workflow-commands.ts";
import { findWorkspace } from "../workspace.ts";

interface DiffOptions {
  readonly content?: string;
  readonly edition?: string;
  readonly format: "text" | "json";
}

/** `recall diff`: what has changed for learners since a release. */
export function diffCommand(add: AddCommand, host: Host): void {
  const command = new Command("diff")
    .description("what learners get since a release: items added, changed, retired; cards new, updated")
    .argument("[base]", `a released.json or an ${cardHistory.extension} (default: released.json beside edition.yaml)`)
    .option("--content <dir>", "folder of topics (default: the nearest `content`)")
    .option("--edition <file>", "edition.yaml (default: the nearest)")
    .addOption(withChoices(new Option("--format <format>", "how to print it"), ["text", "json"]).default("text"));
  add(command, async (base: string | undefined, options: DiffOptions): Promise<ExitCode> => {
    const workspace = await findWorkspace(host.cwd, options, "diff");
    const { released } = workspace;
    const { curriculum, ...checked } = await loadCurriculum(workspace, host, { usesFiles: false });
    if (checked.messages.length > 0) host.err(report(checked, "pretty", host));
    if (!curriculum || hasError(checked.messages)) return 1;
    const path = base === undefined ? workspace.register : resolve(host.cwd, base);
    if (path === undefined || (base === undefined && released === undefined)) {
      throw new Failure(
        `There is no release to compare with: name a file, such as \`recall diff old${cardHistory.extension}\``,
      );
    }
    const before = await readNotes(path, curriculum, host);
    const changes = changesBetween(before, await registerAfter(curriculum, released));
    host.out(options.format === "json" ? printJson(changes) : printChanges(changes));
    return 0;
  });
}

async function readNotes(path: string, { edition }: Curriculum, host: Host): Promise<ReleasedNotes> {
  const shown = shownPath(host.cwd, path);
  if (!path.endsWith(cardHistory.extension)) {
    const register = await readRegister(path, host.cwd);
    if (register === undefined) throw new Failure(`Cannot read ${shown}: there is no such file or folder`);
    return register;
  }
  const bytes = await readFile(path).catch((error) => {
    throw new Failure(`Cannot read ${shown}: ${explain(error)}`);
  });
  const { notesIn } = await cardHistory.load();
  try {
    return notesIn(bytes, edition);
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(`Cannot read ${shown}: ${error.message}`);
    throw error;
  }
}
