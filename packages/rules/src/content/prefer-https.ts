import { quote } from "@high-recall/core";
import { defineRule } from "../rule.ts";
import { safeUrlRemedy } from "../structure/safe-urls.ts";
import { urlChecks } from "../urls.ts";

/** What travels over http can be read and changed on its way. */
export const preferHttps = defineRule({
  name: "prefer-https",
  severity: "warning",
  description: "A web address begins with `https:`",
  nodes: urlChecks(({ url, isImage, at }, report) => {
    if (isImage || !/^http:/i.test(url) || safeUrlRemedy(url) !== undefined) return;
    const secure = url.replace(/^http:/i, "https:");
    report(`The address is not secure: write ${quote(secure)}`, at(), { replace: { actual: url, by: [secure] } });
  }),
});
