import { ink, number, strokeInk } from "./syntax.ts";
import { type Encoded, joinOperands } from "./text.ts";

/** Where and how text is shown, in the system of the page: points, y up. */
export interface TextPlace {
  readonly x: number;
  /** The baseline of the line. */
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  /** How far above the baseline of the line: scripts do not leave their line. */
  readonly rise?: number;
  /** Width of the stroke around each glyph, for a bold that the font does not have. */
  readonly stroke?: number;
}

/**
 * Writes operators, and knows the state that they leave: what holds already is not said again, and text that goes on
 * where the pen stands needs no place. That makes up for a third of a page's bytes.
 */
export interface Pen {
  /** Begins marked content. When it is text alone it stays within the text object that is open. */
  begin(operator: string, isText: boolean): void;
  end(): void;
  show(pieces: readonly Encoded[], place: TextPlace): void;
  /** Fills what the path operators outline. */
  fill(path: string, colour: string, operator?: string): void;
  /** Any operators, which must leave the state as it was. */
  draw(operators: string): void;
  /** Draws inside of q and Q, after the operators that change the system. */
  inside(operators: string, drawing: () => void): void;
  /** All operators so far. */
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

/** A line that lies so lineTolerance to where it should, in points, needs no other step than the line before: 1/100 mm. */
const lineTolerance = 0.03;
/** Wider gaps, in em, are a new place and no gap in the text. */
const widestGap = 4;
/** Gaps below this, in em, are not drawn; no error adds up, since the pen remembers where it stands. */
const negligibleGap = 0.002;

export function openPen(): Pen {
  const out: string[] = [];
  let state = initialState;
  let isInText = false;
  /** Of the marked content that is open: whether it is text alone. */
  const open: boolean[] = [];
  /** Start of the line, the last step to a new one, and where the pen is on it. */
  let [lineX, lineY, stepY, penX] = [0, 0, 0, 0];
  /** What the next TJ will show. */
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
