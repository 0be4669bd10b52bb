/**
 * What a colour of a figure is for. A figure names roles as classes, and each output has its palette, so that one file
 * serves colour and grey print, light and dark pages.
 */
export const figureRoles = ["ink", "accent", "second", "muted", "paper"] as const;
export type FigureRole = (typeof figureRoles)[number];

export type FigurePalette = Readonly<Record<FigureRole, string>>;

/** Text in each colour has a contrast of at least 4.5 : 1 on paper. */
export const figurePalettes: { readonly [Name in "light" | "dark" | "grey"]: FigurePalette } = {
  light: { ink: "#1a1a1a", accent: "#1b5e9e", second: "#be5518", muted: "#6b6b6b", paper: "#ffffff" },
  dark: { ink: "#e8e8e8", accent: "#6cb2f5", second: "#f0a15e", muted: "#a0a0a0", paper: "#16181c" },
  /** Not the light palette by luminance, which would make accent and second one grey. */
  grey: { ink: "#1a1a1a", accent: "#262626", second: "#767676", muted: "#5e5e5e", paper: "#ffffff" },
};

export function isFigureRole(name: string): name is FigureRole {
  return (figureRoles as readonly string[]).includes(name);
}
