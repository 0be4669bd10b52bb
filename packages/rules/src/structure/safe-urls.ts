import { quote } from "@high-recall/core";
import { defineRule } from "../rule.ts";
import { urlChecks } from "../urls.ts";

/** A link from a stranger must lead to the address that it shows, in a browser, in Anki and in a PDF. */
export const safeUrls = defineRule({
  name: "safe-urls",
  severity: "error",
  description: "A link is https, mailto or relative",
  nodes: urlChecks(({ url, isImage, at }, report) => {
    const remedy = isImage ? undefined : safeUrlRemedy(url);
    if (remedy) report(`A link cannot lead to ${quote(url)}: ${remedy}`, at());
  }),
});

/** How to fix a URL that is not allowed; undefined for one that is. */
export function safeUrlRemedy(url: string): string | undefined {
  if (url.startsWith("//")) return "write a full address, with `https:` before it";
  const scheme = /^([^/?#]*):/.exec(url)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined:
      return undefined;
    case "mailto":
      return /^mailto:[^\s@]+@[^\s@]+$/i.test(url) ? undefined : "write one address, such as `mailto:name@example.org`";
    // Plain http is reported by `prefer-https`.
    case "http":
    case "https":
      return remedyOfWebAddress(url);
    default:
      return "write an `https:` or `mailto:` address, or a relative path";
  }
}

function remedyOfWebAddress(url: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so they can hide where a link leads
  if (/[\u0000-\u0020\u007f\\]/.test(url)) return "write `%20` for a space, and no backslash or control character";
  if (!/^https?:\/\/[^/?#]/i.test(url) || !URL.canParse(url))
    return "write a full address, such as `https://example.org/page`";
  const { username, password } = new URL(url);
  return username || password ? "delete the user name before the host, it hides where the link leads" : undefined;
}
