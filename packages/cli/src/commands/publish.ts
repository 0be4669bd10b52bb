import { basename, dirname, join, resolve } from "node:path";
import { type Artifact, hasError, type Publication, type RegisteredPublisher, selectsAll } from "@high-recall/core";
import { Command, Option } from "commander";
import type { AddCommand, ExitCode } from "../command.ts";
import { exampleEdition } from "../edition.ts";
import { Failure } from "../failure.ts";
import type { Host } from "../host.ts";
import { type LoadedCurriculum, withCurriculum } from "../load-curriculum.ts";
import { topicsIn } from "../locate.ts";
import { shownPath } from "../paths.ts";
import { startProgress } from "../progress.ts";
import {
  addPublisherOptions,
  describesProduct,
  expectKnownProducts,
  expectNoIdleOption,
  productsOf,
} from "../publisher-options.ts";
import { publishers } from "../publishers.ts";
import { quietOption, report } from "../report/report.ts";
import {
  addSelectionOptions,
  expectKnown,
  expectMentioned,
  type SelectionOptions,
  selectItems,
  selectionOf,
  words,
} from "../selection-options.ts";
import { findWorkspace, type Workspace } from "../workspace.ts";
import { type Manifest, writePublications } from "../write.ts";

/** The options of publishers are here as well, by name. */
interface PublishOptions extends SelectionOptions {
  readonly to: string[];
  readonly out?: string;
  readonly content?: string;
  readonly edition?: string;
  readonly quiet?: boolean;
}

const names = publishers.map(({ name }) => name);
const defaultNames = publishers.filter(({ isDefault }) => isDefault).map(({ name }) => name);
const formats = publishers.map(({ name, makes }) => `${name} (${makes})`).join(", ");

/** `recall publish`: the curriculum, or a selection of it, in the formats asked for. */
export function publishCommand(add: AddCommand, host: Host): void {
  const command = new Command("publish")
    .description("build the products of an edition, or of a selection of it")
    .addOption(
      new Option("--to <formats>", `which formats: ${formats}`)
        .argParser(words())
        .default(defaultNames, defaultNames.join(", ")),
    )
    .option(
      "--out <dir>",
      "where to (default: `dist` beside edition.yaml; of a selection or a sheet, `dist/selection` here)",
    )
    .option("--content <dir>", "folder of topics (default: the nearest `content`)")
    .option("--edition <file>", "edition.yaml (default: the nearest)")
    .addOption(quietOption());
  addSelectionOptions(command);
  addPublisherOptions(command, publishers);
  add(command, async (options: PublishOptions): Promise<ExitCode> => {
    expectKnown("format", options.to, names);
    const running = publishers
      .filter(({ name }) => options.to.includes(name))
      .sort((one, other) => options.to.indexOf(one.name) - options.to.indexOf(other.name));
    expectNoIdleOption({ ...options }, running, publishers);
    const workspace = await findWorkspace(host.cwd, options, "publish");
    expectKnownProducts(workspace.edition, publishers);
    await expectInEdition(options.topics ?? [], workspace, host.cwd);
    const selection = selectionOf(options, workspace.edition.topics);
    const refused = workspace.editionFile === undefined ? running.filter((one) => one.needsPermanentId) : [];
    const isAsked = command.getOptionValueSource("to") === "cli";
    const failure = refused.length > 0 ? await withoutId(refused, workspace, options.content, host.cwd) : undefined;
    if (failure !== undefined && refused.length === running.length) throw failure;
    const plans = running
      .filter((publisher) => !refused.includes(publisher))
      .map((publisher) => ({ publisher, products: productsOf(publisher, { ...options }, workspace.edition) }));
    const isUsual = selectsAll(selection) && !describesProduct({ ...options }, running);
    const out = resolve(host.cwd, options.out ?? (isUsual ? workspace.out : join("dist", "selection")));
    const checking = startProgress(host, !options.quiet);
    const work = async ({ curriculum, ...checked }: LoadedCurriculum) => {
      checking.end();
      if (!curriculum) expectMentioned(options.tags, checked.texts.values());
      const selected = curriculum && selectItems(curriculum, selection);
      if (checked.messages.length > 0) host.err(report(checked, "pretty", host));
      if (!selected || hasError(checked.messages)) return undefined;
      const publications: [name: string, publication: Publication][] = [];
      for (const { publisher, products } of plans) {
        const { publish } = await publisher.load(workspace.released);
        publications.push([publisher.name, await publish(selected, products)]);
      }
      const writing = startProgress(host, !options.quiet);
      const manifests = await writePublications(
        out,
        publications.map(([name, { artifacts }], index) => {
          const step = (path: string) => writing.step(`${name}: ${path}`, index, publications.length);
          return [name, reported(artifacts, step)] as const;
        }),
      ).finally(() => writing.end());
      return publications.map(([name, { notices }], index) =>
        summary(name, manifests[index] ?? { artifacts: [] }, notices, shownPath(host.cwd, out)),
      );
    };
    const made = await withCurriculum(workspace, host, options.topics, work, checking).finally(() => checking.end());
    if (made === undefined) return 1;
    host.out(made.join(""));
    if (failure === undefined) return 0;
    // Whoever named the format gets less than they asked for.
    if (isAsked) throw failure;
    host.out(`${failure.lines}\n`);
    return 0;
  });
}

/** Why a format is not made of topics without an edition.yaml, and the file that helps. */
async function withoutId(
  refused: readonly RegisteredPublisher[],
  { content, topics }: Workspace,
  named: string | undefined,
  cwd: string,
): Promise<Failure> {
  const names = refused.map(({ name }) => name).join(", ");
  const day = new Date().toISOString().slice(0, 10);
  // Where `findEdition` begins: at the folder that was named, or above the working folder.
  const file = shownPath(cwd, join(named === undefined ? dirname(content) : content, "edition.yaml"));
  return new Failure(
    `${names}: not made, since learners keep their cards by the edition's \`id\`, and there is no edition.yaml: write ${file} with an \`id\` that never changes, such as`,
    await exampleEdition(content, topics, day),
  );
}

/** @throws {Failure} for a topic that exists and that edition.yaml leaves out */
async function expectInEdition(topics: readonly string[], workspace: Workspace, cwd: string): Promise<void> {
  const { content, edition, editionFile } = workspace;
  if (editionFile === undefined) return;
  const others = (await topicsIn(content)).map((path) => basename(path)).filter((id) => !edition.topics.includes(id));
  const left = topics.find((id) => others.includes(id));
  if (left === undefined) return;
  throw new Failure(`The topic \`${left}\` is not in ${shownPath(cwd, editionFile)}: add it to \`topics\` there`);
}

/** Artifacts, each reported before the next is made. */
async function* reported(
  artifacts: Publication["artifacts"],
  report: (path: string) => void,
): AsyncGenerator<Artifact> {
  for await (const artifact of artifacts) {
    report(artifact.path);
    yield artifact;
  }
}

function summary(name: string, { artifacts }: Manifest, notices: readonly string[], out: string): string {
  const count = artifacts.length;
  const bytes = artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0);
  const line = `${name}: ${count} ${count === 1 ? "file" : "files"}, ${(bytes / 1000).toFixed(0)} kB in ${out}\n`;
  return [line, ...notices.map((notice) => `  ${notice}\n`)].join("");
}
