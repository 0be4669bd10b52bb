import { ink, number, strokeInk } from "./syntax.ts";
import { type Encoded, joinOperands } from "./text.ts";

/** Position and look of text, in page coordinates: points, y up. */
export interface TextPlace {
  readonly x: number;
  /** The baseline of the line. */
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  /** Height above that baseline, of superscripts and subscripts. */
  readonly rise?: number;
  /** Width of a stroke around each glyph, to fake bold. */
  readonly stroke?: number;
}

/**
 * Writes operators and tracks the graphics state. Omits redundant state and positioning operators: that saves a third
 * of a page's bytes.
 */
export interface Pen {
  /** Begins marked content. Text-only content stays in the open text object. */
  begin(operator: string, isText: boolean): void;
  end(): void;
  show(pieces: readonly Encoded[], place: TextPlace): void;
  /** Fills a path. */
  fill(path: string, colour: string, operator?: string): void;
  /** Writes operators that leave the graphics state unchanged. */
  draw(operators: string): void;
  /** Draws between q and Q, after operators that change the coordinate system. */
  inside(operators: string, drawing: () => void): void;
  /** Returns all operators. */
  finish(): string;
}

interface State {
  readonly colour: string;
  readonly font: string;
  readonly size: string;
  readonly rise: string;
  readonly stroke: string;
}

const initialState: State = { colour: "#000000", font: "", size: "", rise: "0", stroke: "" };

/** Tolerance of a line's position, in points (1/100 mm): within it, the step of the line before is reused. */
const lineTolerance = 0.03;
/** A wider gap, in em, starts a new position instead of an adjustment. */
const widestGap = 4;
/** Smaller gaps, in em, are not drawn. Errors do not add up: the pen knows its true position. */
const negligibleGap = 0.002;

export function openPen(): Pen {
  const out: string[] = [];
  let state = initialState;
  let isInText = false;
  /** Open marked contents: whether each is text only. */
  const open: boolean[] = [];
  /** Start of the line, the step that led to it, and the pen's x on it. */
  let [lineX, lineY, stepY, penX] = [0, 0, 0, 0];
  /** Operand of the next TJ. */
  let shown = "";

  function flush(): void {
    if (shown === "") return;
    const isOne = /^\((?:[^\\()]|\\[\s\S])*\)$/.test(shown);
    out.push(isOne ? `${shown}Tj` : `[${shown}]TJ`);
    shown = "";
  }

  function enterText(): void {
    if (isInText) return;
    out.push("BT");
    isInText = true;
    [lineX, lineY, penX] = [0, 0, 0];
  }

  function leaveText(): void {
    flush();
    if (isInText) out.push("ET");
    isInText = false;
  }

  function moveTo(x: number, y: number, size: number): void {
    const gap = (x - penX) / size;
    if (Math.abs(y - lineY) < lineTolerance && penX !== lineX && Math.abs(gap) < widestGap) {
      if (Math.abs(gap) < negligibleGap) return;
      const thousandths = Math.round(gap * 1000);
      shown = joinOperands(shown, String(-thousandths));
      penX += (thousandths / 1000) * size;
      return;
    }
    flush();
    const dx = Math.abs(x - lineX) < lineTolerance ? 0 : Math.round((x - lineX) * 100) / 100;
    const wanted = y - lineY;
    const dy = Math.abs(wanted - stepY) < lineTolerance ? stepY : Math.round(wanted * 100) / 100;
    if (dx === 0 && dy === 0 && penX === lineX) return;
    out.push(`${number(dx)} ${number(dy)} Td`);
    [lineX, lineY, stepY] = [lineX + dx, lineY + dy, dy];
    penX = lineX;
  }

  function setColour(colour: string): void {
    if (colour === state.colour) return;
    flush();
    out.push(ink(colour));
    state = { ...state, colour };
  }

  function setFont(font: string, { size, rise = 0, stroke = 0 }: TextPlace): void {
    const next = { font, size: number(size, 3), rise: number(rise), stroke: stroke > 0 ? number(stroke, 3) : "" };
    const isFont = next.font !== state.font || next.size !== state.size;
    if (!isFont && next.rise === state.rise && next.stroke === state.stroke) return;
    flush();
    if (isFont) out.push(`/${font} ${next.size} Tf`);
    if (next.rise !== state.rise) out.push(`${next.rise} Ts`);
    if (next.stroke !== state.stroke) out.push(next.stroke === "" ? "0 Tr" : `2 Tr ${next.stroke} w`);
    state = { ...state, ...next };
  }

  return {
    begin(operator, isText) {
      flush();
      if (isText) enterText();
      else leaveText();
      open.push(isText);
      out.push(operator);
    },
    end() {
      if (open.pop()) flush();
      else leaveText();
      out.push("EMC");
    },
    show(pieces, place) {
      enterText();
      let { x } = place;
      for (const { font, operand, advance } of pieces) {
        setColour(place.colour);
        if (place.stroke) {
          flush();
          out.push(strokeInk(place.colour));
        }
        setFont(font, place);
        moveTo(x, place.y, place.size);
        shown = joinOperands(shown, operand);
        penX += advance * place.size;
        x += advance * place.size;
      }
    },
    fill(path, colour, operator = "f") {
      leaveText();
      setColour(colour);
      out.push(`${path} ${operator}`);
    },
    draw(operators) {
      leaveText();
      out.push(operators);
    },
    inside(operators, drawing) {
      leaveText();
      const before = state;
      out.push(`q ${operators}`);
      drawing();
      leaveText();
      out.push("Q");
      state = before;
    },
    finish() {
      leaveText();
      return out.join("\n");
    },
  };
}
