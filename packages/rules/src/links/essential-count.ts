import { defineRuleWithOptions } from "../rule.ts";

interface Range {
  readonly least: number;
  readonly most: number;
}

/** The two-page sheet holds the essential items: too many do not fit, too few waste it. */
export const essentialCount = defineRuleWithOptions<Range | undefined>({
  name: "essential-count",
  severity: "error",
  description: "The edition has as many essential items as edition.yaml says",
  read(value) {
    if (value === undefined) return undefined;
    const { least, most } = (value ?? {}) as Partial<Range>;
    const isRange = Number.isInteger(least) && Number.isInteger(most) && Number(least) <= Number(most);
    if (!isRange || Object.keys(value as object).length !== 2) {
      throw new Error("the fewest and the most, such as `{ least: 40, most: 60 }`");
    }
    return value as Range;
  },
  checks: (range) =>
    range && {
      links({ files, edition }, report) {
        const count = files.filter(
          ({ topic, item, isDraft }) =>
            !isDraft && edition.topics.includes(topic) && item?.importance === "essential" && !item.partOf,
        ).length;
        if (count >= range.least && count <= range.most) return;
        const way =
          count > range.most
            ? "make some of them `common`, or parts of others"
            : "mark the items that nobody should go without";
        report(
          edition.path,
          `The edition has ${count} essential ${count === 1 ? "item" : "items"}, not ${range.least} to ${range.most}: ${way}`,
          {
            path: ["rules", "essential-count"],
            part: "key",
          },
        );
      },
    },
});
