/** A colour of a topic on the light and on the dark ground: a contrast of at least 5.5 and 7. */
export interface TopicColour {
  readonly light: string;
  readonly dark: string;
}

/** Ordered so that neighbours differ. Colours repeat after the last, so the topic's name is always beside its colour. */
export const topicColours: readonly TopicColour[] = [
  { light: "#007173", dark: "#45b5b5" },
  { light: "#a6492c", dark: "#de917a" },
  { light: "#635bb0", dark: "#9f9de3" },
  { light: "#4e7000", dark: "#90ad68" },
  { light: "#a14671", dark: "#d98dae" },
  { light: "#006aa5", dark: "#65abdb" },
  { light: "#8a5c00", dark: "#c39f57" },
  { light: "#107537", dark: "#71b27f" },
  { light: "#934b8e", dark: "#cc91c6" },
  { light: "#006e8f", dark: "#4bb1cb" },
  { light: "#a84552", dark: "#df8d93" },
  { light: "#716700", dark: "#aca759" },
  { light: "#3d64b1", dark: "#83a4e4" },
  { light: "#9c5100", dark: "#d49764" },
  { light: "#007456", dark: "#54b499" },
  { light: "#7d51a2", dark: "#b997d9" },
];

/** CSS that gives each topic its colour. An id is lower-case words and hyphens, so it needs no escape. */
export function topicRules(topics: readonly string[]): string {
  return topics
    .map((id, index) => {
      const { light, dark } = topicColours[index % topicColours.length] ?? { light: "", dark: "" };
      return `.t-${id} { --topic: ${light}; }\n.nightMode .t-${id}, .night_mode .t-${id} { --topic: ${dark}; }\n`;
    })
    .join("");
}
