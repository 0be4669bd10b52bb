import { type Curriculum, Curriculum as CurriculumSchema } from "@high-recall/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { JsonProduct, readCurriculum } from "../src/index.ts";
import { curriculum, svg } from "./curriculum.ts";
import { filesOf, published, publishedBy, read } from "./files.ts";

test("the fixture is a valid curriculum", () => {
  expect(CurriculumSchema.parse(curriculum)).toEqual(curriculum);
});

test("the small curriculum gives the files in fixtures/expected/paths.txt", async () => {
  const files = await published(curriculum);
  await expect([...files.keys(), ""].join("\n")).toMatchFileSnapshot("fixtures/expected/paths.txt");
});

test.each(["items/why-rest-meat.json", "items/salt-share.json", "topics/heat.json", "index.json", "search.json"])(
  "with formulas as MathML, the small curriculum gives fixtures/expected/%s, indented",
  async (path) => {
    const document = read(await published(curriculum, { math: "mathml" }), `json/v1/${path}`);
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(`fixtures/expected/${path}`);
  },
);

test("curriculum.json gives back the curriculum, and anything else is refused", async () => {
  const files = await published(curriculum);
  expect(readCurriculum(read(files, "json/v1/curriculum.json"))).toEqual(curriculum);
  expect(() => readCurriculum(read(files, "json/v1/index.json"))).toThrow();
  const { $schema, document, format, ...rest } = read(files, "json/v1/curriculum.json");
  expect(CurriculumSchema.parse(rest)).toEqual(curriculum);
});

test("the lines of items.ndjson are the files of items, byte for byte, in study order", async () => {
  const files = await published(curriculum);
  const items = curriculum.order.map((id) => files.get(`json/v1/items/${id}.json`));
  expect(items).not.toContain(undefined);
  expect(files.get("json/v1/items.ndjson")).toBe(items.join(""));
  expect([...files.keys()].filter((path) => path.startsWith("json/v1/items/"))).toHaveLength(items.length);
});

test("an old id leads to the item's current id", async () => {
  const { items } = read(await published(curriculum), "json/v1/redirects.json");
  expect(items).toEqual({ brine: "salt-share", "salt-ratio": "salt-share" });
});

test("a figure keeps its bytes, and the items that show it know its address", async () => {
  const files = await published(curriculum);
  expect(files.get("json/v1/figures/heat/rest curve.svg")).toBe(svg);
  const item = read(files, "json/v1/items/why-rest-meat.json");
  expect(item.figures).toEqual([
    {
      path: "figures/rest curve.svg",
      url: "figures/heat/rest%20curve.svg",
      mediaType: "image/svg+xml",
      width: 320,
      height: 200,
    },
  ]);
  expect(item.html.sections[0].html).toContain('<img src="figures/heat/rest%20curve.svg"');
});

test("with the address of the folder, figures have full addresses", async () => {
  const url = "https://example.org/json/v1/";
  const files = await published(curriculum, { url });
  const item = read(files, "json/v1/items/why-rest-meat.json");
  expect(item.figures[0].url).toBe(`${url}figures/heat/rest%20curve.svg`);
  expect(item.html.sections[0].html).toContain(`<img src="${url}figures/heat/rest%20curve.svg"`);
});

test("a product sets the path of the files and the format of formulas", async () => {
  const files = await published(curriculum, { path: "data/2", math: "mathml" });
  expect([...files.keys()].every((path) => path.startsWith("data/2/"))).toBe(true);
  expect(read(files, "data/2/items/salt-share.json").html.lead).toMatch(/<math(?!.*katex-html)/s);
  expect(read(files, "data/2/index.json").math.output).toBe("mathml");
});

test("two products give two sets of files, none gives none", async () => {
  const products = [JsonProduct.parse({}), JsonProduct.parse({ path: "other" })];
  const paths = [...(await publishedBy(curriculum, products)).keys()];
  expect(paths.filter((path) => path.startsWith("other/")).length).toBe(paths.length / 2);
  expect(paths).toHaveLength(2 * (await published(curriculum)).size);
  expect(await publishedBy(curriculum, [])).toEqual(new Map());
});

test.each(["../out", "/abs", "a//b", "a/../b", "C:\\x", ".", ""])("a product's path may not be %j", (path) => {
  expect(JsonProduct.safeParse({ path }).success).toBe(false);
});

test("a product selects items, and a link to one that it leaves out is plain text", async () => {
  const files = await published(curriculum, { kinds: ["question"] });
  expect([...files.keys()].filter((path) => path.startsWith("json/v1/items/"))).toEqual([
    "json/v1/items/why-rest-meat.json",
  ]);
  const html = read(files, "json/v1/items/why-rest-meat.json").html.sections[1].html;
  expect(html).toBe("<p>See salt and an item elsewhere.</p>");
});

test("a topic without items has a document, unless a selection leaves it out", async () => {
  const topics = curriculum.topics.map((topic) => ({ ...topic, items: [] }));
  const empty: Curriculum = { ...curriculum, topics, order: [] };
  const paths = async (product: object) => [...(await published(empty, product)).keys()];
  expect(await paths({})).toContain("json/v1/topics/heat.json");
  expect(await paths({ tags: ["heat"] })).not.toContain("json/v1/topics/heat.json");
});

test("a figure with a path out of its folder is refused", async () => {
  for (const path of ["figures/../../x.svg", "/etc/x.svg", "figures/", "figures\\..\\x.svg"]) {
    const [basics, heat] = structuredClone(curriculum.topics);
    if (!basics || !heat?.figures[0]) throw new Error("Expected two topics");
    heat.figures[0].path = path;
    await expect(published({ ...curriculum, topics: [basics, heat] })).rejects.toThrow("expected a path such as");
  }
});

test("the bytes depend neither on the run nor on the order of keys in the input", async () => {
  const expected = filesOf(await published(curriculum));
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
      const shuffled = shuffleKeys(curriculum, () => numbers.next().value) as Curriculum;
      expect(filesOf(await published(shuffled))).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

test("the stylesheet has a rule for every class of token in the published HTML", async () => {
  const files = await published(curriculum);
  const classes = new Set(
    [...(files.get("json/v1/items.ndjson") ?? "").matchAll(/class=\\"(tok-[a-z]+)/g)].map(([, name]) => name),
  );
  expect(classes.size).toBeGreaterThan(0);
  for (const name of classes) expect(files.get("json/v1/style.css")).toContain(`.${name} {`);
});

test("every document ends with one line end", async () => {
  const files = await published(curriculum);
  for (const [path, text] of files) if (!path.endsWith(".svg")) expect(text, path).toMatch(/[^\n]\n$/);
});

/** The same value with the keys of its objects in another order, except for examples of formulas, whose order is content. */
function shuffleKeys(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((one) => shuffleKeys(one, next));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]): [number, string, unknown] => [
    next(),
    key,
    key === "examples" ? one : shuffleKeys(one, next),
  ]);
  return Object.fromEntries(entries.sort((one, other) => one[0] - other[0]).map(([, key, one]) => [key, one]));
}
