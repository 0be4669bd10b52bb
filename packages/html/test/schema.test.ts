import fc from "fast-check";
import type { ElementContent, Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { blocksToHast } from "../src/blocks.ts";
import { element, text } from "../src/element.ts";
import { schema } from "../src/schema.ts";
import { trees } from "./arbitrary.ts";

const safe = (...children: ElementContent[]) => toHtml(sanitize({ type: "root", children }, schema));

test("the schema removes nothing that the renderer makes", () => {
  fc.assert(
    fc.property(trees("any").blocks, (blocks) => {
      const children = blocksToHast(blocks, { math: "katex", linkTo: (item) => item, figure: (path) => path });
      const root: Root = { type: "root", children };
      expect(toHtml(sanitize(root, schema))).toBe(toHtml(root));
    }),
  );
});

test("the schema removes everything that can act", () => {
  expect(safe(element("script", {}, [text("alert(1)")]))).toBe("");
  expect(safe(element("style", {}, [text("p { color: red }")]))).toBe("");
  expect(safe(element("iframe", { src: "https://example.org" }, [text("x")]))).toBe("x");
  expect(safe(element("p", { onClick: "alert(1)", style: "position: fixed", id: "login" }, []))).toBe("<p></p>");
  expect(safe(element("a", { href: "javascript:alert(1)", target: "_top" }, [text("x")]))).toBe("<a>x</a>");
  expect(safe(element("img", { src: "javascript:alert(1)", onError: "alert(1)", alt: "x" }, []))).toBe('<img alt="x">');
  expect(safe(element("input", { type: "text", name: "password" }, []))).toBe('<input type="checkbox" disabled>');
  expect(safe(element("span", { className: ["tok-string", "overlay"] }, []))).toBe('<span class="tok-string"></span>');
  expect(safe({ type: "comment", value: "x" }, { type: "raw", value: "<script>alert(1)</script>" })).toBe("");
});
