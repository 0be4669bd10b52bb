import type { Topic } from "@high-recall/core";
import { drawLabel, type Label, labelWidth } from "../furniture.ts";
import { readableText } from "../inline/readable.ts";
import { tokenize } from "../inline/tokens.ts";
import { drawLine } from "../measure/draw-line.ts";
import type { Environment, Frame } from "../measure/environment.ts";
import { setText } from "../measure/set-text.ts";
import { never, type Slice } from "../measure/slice.ts";
import { tint } from "../paint/colour.ts";
import type { Drawing } from "../paint/display-list.ts";
import { measureItem } from "./sheet-item.ts";

/** Text stands a little inside of the bars that name the topics, in points. */
const inset = 2;

/** A topic, run by run: the bar that names it, and its items. */
export function* topicRuns(
  topic: Topic,
  number: number,
  columnWidth: number,
  env: Environment,
): Generator<readonly Slice[]> {
  const accent = env.palette.topic(number - 1);
  const figures = new Map(topic.figures.map((figure) => [figure.path, figure]));
  const section = { key: `topic/${topic.id}`, type: "Sect" as const };
  const frame: Frame = {
    x: inset,
    width: columnWidth - 2 * inset,
    accent,
    figures,
    key: `topic/${topic.id}`,
    tags: [section],
    grounds: [],
    depth: 0,
    isInSection: false,
  };
  const style = styleOf(frame, env);
  yield [topicBar(topic, number, columnWidth, frame, env)];
  for (const [place, item] of topic.items.entries()) {
    const tags = [section, { key: item.id, type: "Sect" as const }];
    const measure = () => measureItem(item, { ...frame, key: item.id, tags }, env);
    const setting = { figures: topic.figures, hasItem: env.hasItem, style };
    const slices = env.items.recall(item, setting, measure);
    // No dotted rule between the bar and what it names.
    yield place > 0 ? slices : slices.map((slice, index) => (index === 0 ? withoutSeparator(slice, env) : slice));
  }
}

/** All of the environment and the frame that the slices of a topic's items depend on. */
function styleOf({ key, x, width, accent }: Frame, env: Environment): string {
  const { size, leading, air, blankLines, maxHeight, palette } = env;
  return JSON.stringify([key, x, width, accent, size, leading, air, blankLines, maxHeight, palette.isGrey]);
}

function withoutSeparator({ separator: _, isElastic: __, ...slice }: Slice, env: Environment): Slice {
  return { ...slice, gap: 0.35 * env.size };
}

/** The bar that names a topic. */
function topicBar(topic: Topic, number: number, width: number, frame: Frame, env: Environment): Slice {
  const type = { size: env.size * 1.2, weight: "bold" as const };
  const label: Label = {
    text: String(number),
    face: "sans-bold",
    size: type.size,
    colour: tint(frame.accent, 0.4),
  };
  const numberLeft = 0.8 * env.size;
  const left = Math.max(1.9 * env.size, numberLeft + labelWidth(label, env.fonts) + 0.45 * env.size);
  const pad = 0.36 * env.size;
  // On the dark bar code has no ground of its own.
  const tokens = tokenize(topic.title.children).map((token) =>
    token.kind === "word" ? { ...token, style: { ...token.style, isCode: false } } : token,
  );
  const text = setText(tokens, width - left - pad, type, 1.2, env);
  const height = text.height + 2 * pad;
  const bar: Drawing = { kind: "rectangle", x: 0, y: 0, width, height, radius: 2.2, fill: frame.accent };
  const tag = { key: `${frame.key}.title`, type: "H1" as const };
  const baseline = pad + (text.lines[0]?.baseline ?? type.size);
  let top = pad;
  const lines = text.lines.flatMap((line) => {
    const place = { x: left, y: top + line.baseline, size: type.size, colour: "#ffffff", key: tag.key };
    top += line.height;
    return drawLine(line.atoms, { ...place, tags: [...frame.tags, tag] }, env);
  });
  return {
    height,
    gap: 1.1 * env.size,
    isElastic: true,
    breakCost: never,
    content: [
      { tags: [], drawings: [bar] },
      { tags: [...frame.tags, tag], drawings: drawLabel(label, numberLeft, baseline, left, env.fonts) },
      ...lines,
    ],
    grounds: [],
    anchors: [{ name: frame.key, outline: { title: readableText(topic.title.children), level: 0 } }],
  };
}
