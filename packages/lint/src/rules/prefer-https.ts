import { quote } from "@high-recall/core";
import { urlsOf } from "../links.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** What travels over http can be read and changed on its way. */
export const preferHttps = defineRule({
  name: "prefer-https",
  severity: "warning",
  description: "A web address begins with `https:`",
  check(tree, file) {
    for (const { url, isImage, place } of urlsOf(tree, file)) {
      if (isImage || !/^http:/i.test(url)) continue;
      const secure = url.replace(/^http:/i, "https:");
      report(file, `Unexpected \`http:\`, expected ${quote(secure)}`, place, { actual: url, expected: [secure] });
    }
  },
});
