import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Block, type Inline, isInline, mapInlines, type Node, nodesOf, plainText, visit } from "../src/index.ts";

const leaf: fc.Arbitrary<Inline> = fc.oneof(
  fc.constantFrom("a", "b c").map((value): Inline => ({ type: "text", value })),
  fc.constantFrom("x", "y").map((value): Inline => ({ type: "inlineMath", value })),
  fc.constant<Inline>({ type: "inlineCode", value: "f()" }),
  fc.constant<Inline>({ type: "break" }),
);
const { inlines } = fc.letrec<{ inline: Inline; inlines: Inline[] }>((tie) => ({
  inlines: fc.array(tie("inline"), { minLength: 1, maxLength: 3 }),
  inline: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    leaf,
    fc
      .record({ type: fc.constantFrom("emphasis", "strong", "delete", "mark"), children: tie("inlines") })
      .map((node) => node as Inline),
    tie("inlines").map((children): Inline => ({ type: "link", url: "https://example.org", children })),
  ),
}));
const { blocks } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    inlines.map((children): Block => ({ type: "paragraph", children })),
    fc.constant<Block>({ type: "math", value: "x" }),
    fc.constant<Block>({ type: "thematicBreak" }),
    tie("blocks").map((children): Block => ({ type: "blockquote", children })),
    fc.array(tie("blocks"), { minLength: 1, maxLength: 2 }).map(
      (all): Block => ({
        ...{ type: "list", ordered: false, start: null, spread: false },
        children: all.map((children) => ({ type: "listItem", checked: null, children })),
      }),
    ),
    fc.array(inlines, { minLength: 2, maxLength: 2 }).map(
      (all): Block => ({
        ...{ type: "table", align: [null, null] },
        children: [{ type: "tableRow", children: all.map((children) => ({ type: "tableCell", children })) }],
      }),
    ),
  ),
}));

/** Every node, a parent before its children. */
function allIn(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => [node, ...("children" in node ? allIn(node.children) : [])]);
}

describe("visit", () => {
  test("sees each node once, a parent before its children, in the order of the text", () => {
    fc.assert(
      fc.property(blocks, (nodes) => {
        const seen: Node[] = [];
        visit(nodes, (node) => void seen.push(node));
        expect(seen).toEqual(allIn(nodes));
      }),
    );
  });

  test("skips the children of a node for which the callback returns false", () => {
    fc.assert(
      fc.property(blocks, (nodes) => {
        const seen: Node[] = [];
        visit(nodes, (node) => {
          seen.push(node);
          return false;
        });
        expect(seen).toEqual(nodes);
      }),
    );
  });
});

test("nodesOf gives the nodes of the types asked for", () => {
  fc.assert(
    fc.property(blocks, (nodes) => {
      expect(nodesOf(nodes, "inlineMath", "math")).toEqual(
        allIn(nodes).filter(({ type }) => type === "inlineMath" || type === "math"),
      );
    }),
  );
});

describe("mapInlines", () => {
  test("gives equal blocks when nothing changes, and leaves its argument alone", () => {
    fc.assert(
      fc.property(blocks, (nodes) => {
        const before = JSON.stringify(nodes);
        expect(mapInlines(nodes, (inline) => [inline])).toEqual(nodes);
        mapInlines(nodes, () => []);
        expect(JSON.stringify(nodes)).toBe(before);
      }),
    );
  });

  test("changes children before their parent", () => {
    fc.assert(
      fc.property(inlines, (children) => {
        const [mapped] = mapInlines<Block>([{ type: "paragraph", children }], (inline) =>
          "children" in inline ? inline.children : inline.type === "text" ? [{ ...inline, value: "z" }] : [inline],
        );
        if (mapped?.type !== "paragraph") throw new Error("No paragraph");
        expect(mapped.children.every((inline) => !("children" in inline))).toBe(true);
        expect(plainText(mapped.children)).toBe(plainText(children).replace(/b c|a/g, "z"));
      }),
    );
  });

  test("removes and adds inlines at every depth", () => {
    fc.assert(
      fc.property(blocks, (nodes) => {
        expect(allIn(mapInlines(nodes, () => [])).some(isInline)).toBe(false);
        const twice = mapInlines(nodes, (inline) => (inline.type === "break" ? [inline, inline] : [inline]));
        expect(nodesOf(twice, "break")).toHaveLength(2 * nodesOf(nodes, "break").length);
        expect(Block.array().safeParse(twice).error).toBeUndefined();
      }),
    );
  });
});

test("a node is a block, an inline, or a part of a list or table", () => {
  fc.assert(
    fc.property(blocks, (nodes) => {
      for (const node of allIn(nodes)) {
        const isPart = ["listItem", "tableRow", "tableCell"].includes(node.type);
        expect([isInline(node), isPart, Block.safeParse(node).success].filter(Boolean)).toHaveLength(1);
      }
    }),
  );
});
