import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startProgress } from "../src/progress.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is shown of work whose steps take the given milliseconds. */
function shown(isTerminal: boolean, times: readonly number[], isShown = true): string[] {
  const texts: string[] = [];
  const host = { cwd: "/", out: () => {}, err: (text: string) => void texts.push(text), isColour: false, columns: 60 };
  const progress = startProgress({ ...host, isTerminal }, isShown);
  for (const [index, time] of times.entries()) {
    progress.step(`step ${index}`, index, times.length);
    vi.advanceTimersByTime(time);
  }
  progress.end();
  vi.advanceTimersByTime(60_000);
  return texts;
}

describe("progress", () => {
  test.each([true, false])("shows nothing of quick work", (isTerminal) => {
    expect(shown(isTerminal, [500, 500, 500, 400])).toEqual([]);
  });

  test.each([true, false])("shows nothing if it is not wanted", (isTerminal) => {
    expect(shown(isTerminal, [60_000], false)).toEqual([]);
  });

  test("is a bar on a terminal, which is removed at the end", () => {
    const clear = "\r\u001b[2K";
    expect(shown(true, [1000, 1500, 1000, 10])).toEqual([
      `${clear}█████░░░░░░░░░░░░░░░ 1/4 step 1`,
      `${clear}█████░░░░░░░░░░░░░░░ 1/4 step 1`,
      `${clear}██████████░░░░░░░░░░ 2/4 step 2`,
      `${clear}██████████░░░░░░░░░░ 2/4 step 2`,
      clear,
    ]);
  });

  test("is a line now and then elsewhere", () => {
    expect(shown(false, [1000, 1500, 1000, 9000, 9000])).toEqual(["1/5 step 1\n", "3/5 step 3\n"]);
  });

  test("never wraps, and shows no control characters", () => {
    const texts: string[] = [];
    const host = {
      cwd: "/",
      out: () => {},
      err: (text: string) => void texts.push(text),
      isColour: false,
      columns: 30,
    };
    const progress = startProgress({ ...host, isTerminal: true }, true);
    progress.step("a\u001b[31m".repeat(20), 1, 2);
    vi.advanceTimersByTime(2500);
    progress.end();
    for (const text of texts) expect(text.replace("\r\u001b[2K", "")).toMatch(/^[^\p{Cc}]{0,29}$/u);
    expect(texts.length).toBeGreaterThan(1);
  });
});
