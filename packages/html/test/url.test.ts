import { expect, test } from "vitest";
import { isSafeFigure, isSafeLink } from "../src/url.ts";

test.each([
  "https://example.org/a?b=c:d#e",
  "HTTP://EXAMPLE.ORG",
  "mailto:someone@example.org",
  "../optimization/adam.md",
  "/a:b",
  "?q=a:b",
  "#a:b",
  "",
])("a link may lead to %j", (url) => {
  expect(isSafeLink(url)).toBe(true);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "\u0001javascript:alert(1)",
  "java\nscript:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "blob:https://example.org/1",
  "ftp://example.org",
  ":x",
])("a link may not lead to %j", (url) => {
  expect(isSafeLink(url)).toBe(false);
});

test("a figure may come from a page, a blob or image data, not from anything that runs", () => {
  for (const url of [
    "a.svg",
    "https://example.org/a.png",
    "blob:x",
    "data:image/png;base64,AA==",
    "data:image/svg+xml,x",
  ])
    expect(isSafeFigure(url)).toBe(true);
  for (const url of ["javascript:x", "data:text/html,x", "data:image/svg", "mailto:x", "file:///x"])
    expect(isSafeFigure(url)).toBe(false);
});
