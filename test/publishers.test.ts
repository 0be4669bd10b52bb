import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { publishers } from "../packages/cli/src/publishers.ts";
import type { Curriculum } from "../packages/core/src/index.ts";

/** What must match the list of publishers: turbo's tasks, the scripts of apps, the options of `recall publish`. */

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const apps = readdirSync(join(root, "apps")).filter((name) => existsSync(join(root, "apps", name, "package.json")));

describe("turbo.json", () => {
  const { tasks } = JSON.parse(read("turbo.json"));

  test.each(publishers)("has a task of $name that depends on its code and its inputs", ({ name, inputs }) => {
    expect(tasks[`artifacts:${name}`]).toEqual({
      dependsOn: ["^compile", "@high-recall/cli#source", `@high-recall/publish-${name}#transit`],
      // All of the content, for a topic that no package.json names: an artifact without its last edits would be a lie.
      inputs: [
        "edition.yaml",
        ...["*.md", "figures/**"].map((files) => `$TURBO_ROOT$/content/*/${files}`),
        ...inputs
          .filter((file) => file !== "edition.yaml")
          .map((file) => (file === "samples.lock.json" ? `$TURBO_ROOT$/content/${file}` : file)),
      ],
      outputs: [`dist/${name}/**`, `dist/.recall/${name}.json`],
    });
  });

  test("has a task that runs all of them, and no task of a removed publisher", () => {
    const ofPublishers = Object.keys(tasks).filter((task) => task.startsWith("artifacts:"));
    const expected = publishers.map(({ name }) => `artifacts:${name}`).sort();
    expect(ofPublishers.sort()).toEqual(expected);
    expect([...tasks.artifacts.dependsOn].sort()).toEqual(expected);
  });
});

describe.each(apps)("apps/%s", (app) => {
  const edition = parse(read(`apps/${app}/edition.yaml`));

  test("has a script for each publisher", () => {
    const { scripts } = JSON.parse(read(`apps/${app}/package.json`));
    const expected = publishers.map(({ name }) => [`artifacts:${name}`, `recall publish --to ${name}`]);
    expect(scripts).toEqual(Object.fromEntries(expected));
  });

  test("asks for products of known publishers", () => {
    const names = publishers.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(edition.products)));
  });

  test.each(publishers)("keeps what $name makes in its folder, the only one that turbo restores", (publisher) => {
    const products: { path: string }[] = edition.products[publisher.name] ?? [];
    for (const { path } of products) expect(path).toMatch(new RegExp(`^${publisher.name}/`));
  });
});

describe.each(publishers)("the registration of $name", ({ name, product, defaults, flags }) => {
  test("has defaults that its schema accepts, in its own folder", () => {
    const made = defaults({ id: "law" }).map((entry) => product.parse(entry) as { path: string });
    expect(made.length).toBeGreaterThan(0);
    for (const { path } of made) expect(path).toMatch(new RegExp(`^${name}/`));
  });

  test("has options that its schema knows", () => {
    for (const [flag, { choices, type }] of Object.entries(flags?.flags ?? {})) {
      for (const choice of choices ?? []) {
        const value = type === "number" ? Number(choice) : choice;
        expect(product.parse({ ...(flags?.product as object), [flag]: value })).toMatchObject({ [flag]: value });
      }
      const wrong = product.safeParse({ ...(flags?.product as object), [flag]: "no such value" });
      expect(wrong.error?.issues.map(({ path }) => path)).toEqual([[flag]]);
    }
  });
});

describe("a link that no rule has seen", () => {
  const phrase = (text: string) => ({ text, children: [{ type: "text" as const, value: text }] });
  const link = (url: string) => ({ type: "link" as const, url, children: [{ type: "text" as const, value: "here" }] });
  const urls = ["javascript:alert(1)", "file:///etc/passwd", "vbscript:x"];
  const item = {
    ...{
      id: "dough",
      kind: "term",
      topic: "bread",
      path: "bread/dough.md",
      title: phrase("Dough"),
      tags: [],
      after: [],
    },
    ...{ related: [], formerly: [], sections: [], aliases: [], category: "concept", api: [] },
    lead: [{ type: "paragraph", children: urls.map(link) }],
    sources: urls.map((url) => ({ title: "A page", url })),
  };
  const introduction = [{ type: "paragraph", children: urls.map(link) }];
  const topic = { id: "bread", title: phrase("Bread"), summary: phrase("All of it"), introduction, figures: [] };
  const edition = { id: "bakery", title: "Bakery", language: "en", version: "1.0.0", date: "2026-11-20" };
  const forged = { edition, topics: [{ ...topic, items: [item] }], order: ["dough"] } as unknown as Curriculum;

  test.each(publishers.filter(({ name }) => name === "json" || name === "csv"))(
    "is text in $name",
    async (publisher) => {
      const { load, defaults, product } = publisher;
      const { publish } = await load(undefined);
      const { artifacts } = await publish(
        forged,
        defaults({ id: "bakery" }).map((entry) => product.parse(entry)),
      );
      let text = "";
      for await (const { bytes } of artifacts) text += new TextDecoder().decode(bytes);
      expect(text).toContain("here");
      for (const url of urls) expect(text).not.toContain(url);
    },
  );
});

test("no two publishers share a name or an option", () => {
  for (const words of [
    publishers.map(({ name }) => name),
    publishers.flatMap(({ flags }) => Object.keys(flags?.flags ?? {})),
  ]) {
    expect(new Set(words).size).toBe(words.length);
  }
});

test("the command line names publishers in one file", () => {
  const folder = "packages/cli/src";
  const names = publishers.map(({ name }) => name).filter((name) => name !== "json");
  const literal = new RegExp(`["'\`](?:${names.join("|")})["'\`]`);
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  expect(files.filter((file) => literal.test(read(`${folder}/${file}`)))).toEqual([]);
  const importing = files.filter((file) => read(`${folder}/${file}`).includes("@high-recall/publish-"));
  expect(importing).toEqual(["publishers.ts"]);
});
