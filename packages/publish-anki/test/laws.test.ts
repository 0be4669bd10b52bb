import { check, read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import { type Block, Curriculum, type Inline, type Item } from "@high-recall/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { blocks, curriculum, hostile, phrase, text } from "./curriculum.ts";
import { publish, publishAll } from "./publish.ts";

/** Text that the compiler accepts: without control characters and lone surrogates. */
const words = fc
  .oneof(
    fc.constantFrom(
      ...hostile,
      "\\",
      "}}",
      "::",
      "a::b",
      "Default",
      " ",
      "\u00a0",
      "&",
      "<",
      "$x$",
      "e\u0301",
      "__proto__",
    ),
    fc.string({ unit: "grapheme", maxLength: 20 }),
  )
  .map((value) => value.replaceAll(/\p{Cc}/gu, ""));

const inline: fc.Arbitrary<Inline> = fc.oneof(
  words.map(text),
  words.map((value): Inline => ({ type: "inlineCode", value })),
  fc
    .oneof(words, fc.constantFrom("\\frac{{a}}{{b}}", "\\{x\\}", "a \\\\[1ex] b", "\\text{\\(x\\)}"))
    .map((value): Inline => ({ type: "inlineMath", value })),
  fc
    .record({ url: fc.oneof(words, fc.webUrl()), label: words })
    .map(({ url, label }): Inline => ({ type: "link", url, children: [text(label)] })),
);
const inlines = fc.array(inline, { maxLength: 4 });

const block: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((children): Block => ({ type: "paragraph", children })),
  words.map((value): Block => ({ type: "math", value })),
  words.map((value): Block => ({ type: "code", lang: "text", value, data: { tokens: [[{ text: value }]] } })),
  fc
    .record({ alt: words, title: words })
    .map(({ alt, title }): Block => ({ type: "image", url: "figures/curve.svg", alt, title })),
  fc.constantFrom(...blocks),
);

/** The test curriculum with random text everywhere. */
const curricula = fc
  .array(fc.record({ words, title: inlines, blocks: fc.array(block, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((chosen): Curriculum => {
    let at = 0;
    const next = () => chosen[at++ % chosen.length] ?? { words: "", title: [], blocks: [] };
    // A title is not empty.
    const title = () => phrase(text("T"), ...next().title);
    const topics = curriculum.topics.map((topic) => ({
      ...topic,
      title: phrase(text(next().words)),
      summary: phrase(...next().title),
      items: topic.items.map((item): Item => {
        const changed = {
          ...item,
          title: title(),
          lead: [...next().blocks, ...item.lead.filter((each) => each.type === "code")],
          sections: item.sections.map((section) => ({ ...section, blocks: next().blocks })),
          sources: [{ title: `Source ${next().words}`, url: "https://example.org/" }],
        };
        if (changed.kind === "term")
          return { ...changed, aliases: [title(), phrase(text(next().words))], api: [next().words] };
        if (changed.kind === "formula")
          return { ...changed, tex: next().words, symbols: [{ tex: next().words, meaning: title() }] };
        return changed;
      }),
    }));
    return Curriculum.parse({ ...curriculum, topics });
  });

test("any content makes packages that keep every promise to learners", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(curricula, async (given) => {
      const bytes = await publishAll(given);
      expect(check(bytes, { open, now: Date.parse("2026-11-21") / 1000 })).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("a note is the same in the package of its topic and in the whole, for any content", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(curricula, async (given) => {
      const whole = read(await publishAll(given), { open });
      const { artifacts } = await publish(given, [{ path: "{topic}.apkg", each: "topic" }]);
      const parts = artifacts.map((artifact) => read(artifact.bytes, { open }).notes);
      expect(new Set(parts.flat())).toEqual(new Set(whole.notes));
    }),
    { numRuns: 20 },
  );
});
