import type { Host } from "./host.ts";
import { visible } from "./report/visible.ts";

/** Work that is quicker shows nothing. */
const quick = 2000;
/** Milliseconds between two drawings of a bar, and between two lines where there is no terminal. */
const betweenBars = 100;
const betweenLines = 10_000;
const barWidth = 20;

/** Shows how far a long piece of work is: a bar on a terminal, a line now and then elsewhere. */
export interface Progress {
  /** Begins the next step: `done` of `total` are finished. */
  step(what: string, done: number, total: number): void;
  /** Removes the bar. Call it before anything else is printed, and when the work ends. */
  end(): void;
}

/** @param isShown false where the user asked for silence, or for output that programs read */
export function startProgress({ err, isTerminal = false, columns }: Host, isShown: boolean): Progress {
  if (!isShown) return { step: () => {}, end: () => {} };
  const began = Date.now();
  let current = "";
  let drawn = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  const draw = () => {
    if (current === "" || Date.now() - began < quick) return;
    if (Date.now() - drawn < (isTerminal ? betweenBars : betweenLines)) return;
    drawn = Date.now();
    isDrawn = true;
    err(isTerminal ? `\r\u001b[2K${current.slice(0, columns - 1)}` : `${current}\n`);
  };
  // For steps that wait: between two of them nothing else would draw.
  const timer = setInterval(draw, betweenBars * 5);
  timer.unref();
  return {
    step(what, done, total) {
      const bar = isTerminal ? `${barOf(done, total)} ` : "";
      current = `${bar}${done}/${total} ${visible(what)}`;
      draw();
    },
    end() {
      clearInterval(timer);
      if (isTerminal && isDrawn) err("\r\u001b[2K");
      isDrawn = false;
      current = "";
    },
  };
}

function barOf(done: number, total: number): string {
  const full = total > 0 ? Math.min(barWidth, Math.floor((done / total) * barWidth)) : 0;
  return "█".repeat(full) + "░".repeat(barWidth - full);
}
