import { quote } from "@high-recall/core";
import { urlsOf } from "../links.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A link from a stranger must lead where it says, in a browser, in Anki and in a PDF. */
export const safeUrls = defineRule({
  name: "safe-urls",
  severity: "error",
  description: "A link is https, mailto or relative",
  check(tree, file) {
    for (const { url, isImage, place } of urlsOf(tree, file)) {
      const expected = isImage ? undefined : faultOf(url);
      if (expected) report(file, `Unexpected URL ${quote(url)}, expected ${expected}`, place);
    }
  },
});

function faultOf(url: string): string | undefined {
  if (url.startsWith("//")) return "a full address: write `https:` before it";
  const scheme = /^([^/?#]*):/.exec(url)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined:
      return undefined;
    case "mailto":
      return /^mailto:[^\s@]+@[^\s@]+$/i.test(url) ? undefined : "an address, such as `mailto:name@example.org`";
    // Plain http is the matter of `prefer-https`.
    case "http":
    case "https":
      return faultOfWebAddress(url);
    default:
      return "`https:`, `mailto:` or a relative path";
  }
}

function faultOfWebAddress(url: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so they can hide where a link leads
  if (/[\u0000-\u0020\u007f\\]/.test(url)) return "no space, backslash or control character: write `%20` for a space";
  if (!/^https?:\/\/[^/?#]/i.test(url) || !URL.canParse(url))
    return "a full address, such as `https://example.org/page`";
  const { username, password } = new URL(url);
  return username || password ? "no user name before the host: it hides where the link leads" : undefined;
}
