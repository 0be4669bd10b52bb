import { hasError } from "@high-recall/core";
import { changesBetween, printRegister } from "@high-recall/release";
import { Command } from "commander";
import * as z from "zod";
import type { AddCommand, ExitCode } from "../command.ts";
import { Failure } from "../failure.ts";
import type { Host } from "../host.ts";
import { loadCurriculum } from "../load-curriculum.ts";
import { shownPath } from "../paths.ts";
import { registerAfter } from "../register.ts";
import { replaceFile } from "../replace-file.ts";
import { summaryOf } from "../report/changes.ts";
import { report } from "../report/report.ts";
import { findWorkspace } from "../workspace.ts";

interface ReleaseOptions {
  readonly date?: string;
  readonly content?: string;
  readonly edition?: string;
}

/** `recall release`: enters this release in the register, so that the next can update it. */
export function releaseCommand(add: AddCommand, host: Host): void {
  const command = new Command("release")
    .description("write released.json, the register that keeps learners' history; part of the version step")
    .option("--date <day>", "day of the release (default: the date of edition.yaml)")
    .option("--content <dir>", "folder of topics (default: the nearest `content`)")
    .option("--edition <file>", "edition.yaml (default: the nearest)");
  add(command, async (options: ReleaseOptions): Promise<ExitCode> => {
    if (options.date !== undefined && !z.iso.date().safeParse(options.date).success) {
      throw new Failure(`Wrong \`--date\` \`${options.date}\`: expected a day, such as 2026-11-20`);
    }
    const workspace = await findWorkspace(host.cwd, options, "release");
    const path = workspace.register;
    if (path === undefined) {
      throw new Failure(
        "There is nothing to release, since there is no edition.yaml here or above: add one, or name it with `--edition`",
      );
    }
    const { released } = workspace;
    const { version } = workspace.edition;
    if (released !== undefined && isBefore(version, released.version)) {
      throw new Failure(
        `Version ${version} of ${shownPath(host.cwd, workspace.editionFile ?? "")} is lower than ${released.version}, which is released: set a higher \`version\``,
      );
    }
    // The register is permanent: it takes nothing from compiled topics, which anyone can write.
    const { curriculum, ...checked } = await loadCurriculum(workspace, host, { usesFiles: false });
    if (checked.messages.length > 0) host.err(report(checked, "pretty", host));
    if (!curriculum || hasError(checked.messages)) return 1;
    const date = options.date ?? curriculum.edition.date;
    const next = await registerAfter({ ...curriculum, edition: { ...curriculum.edition, date } }, released);
    await replaceFile(path, new TextEncoder().encode(printRegister(next)));
    const changes = changesBetween(released ?? { items: {}, retired: {} }, next);
    host.out(`${next.version} of ${next.date}: ${summaryOf(changes)}\n${shownPath(host.cwd, path)}\n`);
    return 0;
  });
}

/** Whether a version comes before another, by its three numbers. */
function isBefore(one: string, other: string): boolean {
  const [mine, theirs] = [one, other].map((version) => version.split(/[.-]/).slice(0, 3).map(Number));
  const index = [0, 1, 2].find((part) => mine?.[part] !== theirs?.[part]);
  return index !== undefined && Number(mine?.[index]) < Number(theirs?.[index]);
}
