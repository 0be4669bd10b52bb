import type { HtmlOptions } from "../src/index.ts";

/** A small site: it has the item `adam` and two figures. */
export function fixtureOptions(name: string): HtmlOptions {
  return {
    math: name.includes("mathjax") ? "mathjax" : "mathml",
    linkTo: (item) => (item === "adam" ? "/items/adam/" : undefined),
    figure: (path) => {
      if (path === "figures/roc.svg") return { url: "/figures/roc.svg", width: 320, height: 240 };
      return path === "figures/plain.png" ? "/figures/plain.png" : undefined;
    },
  };
}
