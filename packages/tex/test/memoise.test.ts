import { expect, test } from "vitest";
import { memoise } from "../src/memoise.ts";

test("computes each key once", () => {
  let calls = 0;
  const double = memoise((key) => {
    calls += 1;
    return key + key;
  }, 10);
  expect([double("a"), double("b"), double("a")]).toEqual(["aa", "bb", "aa"]);
  expect(calls).toBe(2);
});

test("forgets all keys when there are too many", () => {
  const computed: string[] = [];
  const identity = memoise((key) => {
    computed.push(key);
    return key;
  }, 2);
  for (const key of ["a", "b", "c", "c", "a"]) identity(key);
  expect(computed).toEqual(["a", "b", "c", "a"]);
});

test("does not keep keys of thousands of characters", () => {
  let calls = 0;
  const length = memoise((key) => {
    calls += 1;
    return key.length;
  }, 10);
  const long = "x".repeat(5000);
  expect([length(long), length(long)]).toEqual([5000, 5000]);
  expect(calls).toBe(2);
});
