/** The grey that prints as dark as the colour. @see Rec. 709 luma */
export function greyOf(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  const luma = 0.2126 * ((value >> 16) & 255) + 0.7152 * ((value >> 8) & 255) + 0.0722 * (value & 255);
  return `#${Math.round(luma).toString(16).padStart(2, "0").repeat(3)}`;
}

/** The colour thinned with white: `share` 1 is the colour itself. */
export function tint(colour: string, share: number): string {
  const value = Number.parseInt(colour.slice(1), 16);
  const mixed = [16, 8, 0].map((shift) => Math.round(((value >> shift) & 255) * share + 255 * (1 - share)));
  return `#${mixed.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
