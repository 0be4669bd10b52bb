import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { faults, fixtures, messagesOf } from "./fixture.ts";

describe.each(["satteri", "remark"] as const)("with %s", (parser) => {
  test.each(fixtures)("%s has its faults at their places", async (name) => {
    await expect(await messagesOf(name, parser)).toMatchFileSnapshot(join(faults, name, "expected.txt"));
  });
});
