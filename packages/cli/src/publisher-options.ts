import type { Edition, PublisherFlag, RegisteredPublisher } from "@high-recall/core";
import { type Command, Option } from "commander";
import { withChoices } from "./choices.ts";
import { Failure } from "./failure.ts";
import { expectKnown } from "./selection-options.ts";

/** Values of all options, as commander parses them. */
type Given = Readonly<Record<string, unknown>>;

/** Adds the options of publishers, each publisher's under its own heading. */
export function addPublisherOptions(command: Command, publishers: readonly RegisteredPublisher[]): void {
  for (const { flags } of publishers) {
    if (flags === undefined) continue;
    command.optionsGroup(flags.title);
    for (const [name, flag] of Object.entries(flags.flags)) command.addOption(optionOf(name, flag));
  }
}

function optionOf(name: string, { value, description, choices }: PublisherFlag): Option {
  const option = new Option(`--${name} <${value}>`, description);
  return choices === undefined ? option : withChoices(option, choices);
}

/** Whether an option describes a product of some publisher. */
export function describesProduct(given: Given, publishers: readonly RegisteredPublisher[]): boolean {
  return publishers.some((publisher) => namesGiven(publisher, given).length > 0);
}

/** @throws {Failure} for an option of a publisher that is not selected */
export function expectNoIdleOption(
  given: Given,
  running: readonly RegisteredPublisher[],
  publishers: readonly RegisteredPublisher[],
): void {
  for (const publisher of publishers) {
    const [idle] = running.includes(publisher) ? [] : namesGiven(publisher, given);
    if (idle === undefined) continue;
    throw new Failure(
      `\`--${idle}\` has no effect, since ${publisher.name} is not built: add \`${publisher.name}\` to \`--to\`, or leave the option out`,
    );
  }
}

/** The checked products of a publisher: the one that options describe, those of edition.yaml, or its defaults. @throws {Failure} */
export function productsOf(publisher: RegisteredPublisher, given: Given, edition: Edition): unknown[] {
  const { name, flags, product, defaults } = publisher;
  const names = namesGiven(publisher, given);
  if (flags !== undefined && names.length > 0) {
    const values = names.map((each) => [each, toProductValue(flags.flags[each], given[each])]);
    const checked = product.safeParse({ ...(flags.product as object), ...Object.fromEntries(values) });
    if (checked.success) return [checked.data];
    const issue = checked.error.issues[0];
    throw new Failure(`Wrong \`--${issue?.path.join(".")}\`: ${issue?.message}`);
  }
  const paths = new Map<unknown, number>();
  return (edition.products[name] ?? defaults(edition)).map((entry, index) => {
    const path = typeof entry === "object" && entry !== null && "path" in entry ? entry.path : undefined;
    if (path !== undefined && paths.has(path)) {
      throw new Failure(
        `\`products.${name}.${index}.path\` in edition.yaml is \`${path}\`, as that of entry ${paths.get(path)}: give each a path of its own`,
      );
    }
    paths.set(path, index);
    const checked = product.safeParse(entry);
    if (checked.success) return checked.data;
    const issue = checked.error.issues[0];
    const key = ["products", name, index, ...(issue?.path ?? [])].join(".");
    throw new Failure(`Wrong \`${key}\` in edition.yaml: ${issue?.message}`);
  });
}

/** @throws {Failure} for a list of products of no publisher, and for a product of a topic that the edition has not */
export function expectKnownProducts(edition: Edition, publishers: readonly RegisteredPublisher[]): void {
  const where = "under `products` of edition.yaml";
  const names = publishers.map(({ name }) => name);
  for (const [name, entries] of Object.entries(edition.products)) {
    expectKnown("format", [name], names, where);
    for (const entry of entries) {
      const topics = typeof entry === "object" && entry !== null && "topics" in entry ? entry.topics : undefined;
      const ids = Array.isArray(topics) ? topics.filter((id) => typeof id === "string") : [];
      expectKnown("topic", ids, edition.topics, where);
    }
  }
}

function namesGiven({ flags }: RegisteredPublisher, given: Given): string[] {
  return Object.keys(flags?.flags ?? {}).filter((name) => given[name] !== undefined);
}

function toProductValue(flag: PublisherFlag | undefined, value: unknown): unknown {
  return flag?.type === "number" ? Number(value) : value;
}
