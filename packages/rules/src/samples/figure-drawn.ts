import { defineRule } from "../rule.ts";

/** A figure that was mended by hand would be lost when its script draws it again. `recall run` draws it and compares. */
export const figureDrawn = defineRule({
  name: "figure-drawn",
  severity: "error",
  description: "A figure is what the script of its name prints",
});
