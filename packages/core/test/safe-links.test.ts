import { describe, expect, test } from "vitest";
import { isSafeLink, withSafeLinks } from "../src/index.ts";

describe("a link may lead", () => {
  test.each(["https://a.org/x", "http://a.org", "mailto:a@b.org", "../t/a.md", "#a", "a/b:c", "HTTPS://A.ORG"])(
    "to %s",
    (url) => expect(isSafeLink(url)).toBe(true),
  );
  test.each([
    "javascript:alert(1)",
    "JavaScript:1",
    "java\nscript:1",
    " javascript:1",
    "file:///etc/passwd",
    "data:,x",
    ":x",
  ])("not to %j", (url) => expect(isSafeLink(url)).toBe(false));
});

describe("withSafeLinks", () => {
  const text = (value: string) => ({ type: "text", value });
  const link = (url: string, ...children: object[]) => ({ type: "link", url, children });

  test("gives what has no unsafe link as it is", () => {
    const item = {
      lead: [{ type: "paragraph", children: [link("https://a.org", text("a"))] }],
      sources: [{ url: "https://a.org" }],
    };
    expect(withSafeLinks(item)).toBe(item);
  });

  test("keeps the text of an unsafe link, drops an unsafe source, and leaves images alone", () => {
    const image = { type: "image", url: "data:image/png;base64,x", alt: "" };
    const item = {
      lead: [
        {
          type: "paragraph",
          children: [
            text("see "),
            link("file:///a", { type: "strong", children: [link("javascript:1", text("this"))] }),
          ],
        },
        image,
      ],
      sources: [
        { title: "A", url: "javascript:1" },
        { title: "B", url: "https://b.org" },
      ],
      id: "a",
    };
    expect(withSafeLinks(item)).toEqual({
      lead: [{ type: "paragraph", children: [text("see "), { type: "strong", children: [text("this")] }] }, image],
      sources: [{ title: "B", url: "https://b.org" }],
      id: "a",
    });
  });
});
