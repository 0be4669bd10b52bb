/** Elements that a drawing may have, and the attributes that each reads besides those of every element. */
export const elements: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    svg: "viewBox preserveAspectRatio x y width height",
    g: "",
    defs: "",
    symbol: "viewBox preserveAspectRatio",
    use: "href xlink:href x y width height",
    title: "",
    desc: "",
    style: "type",
    path: "d",
    rect: "x y width height rx ry",
    circle: "cx cy r",
    ellipse: "cx cy rx ry",
    line: "x1 y1 x2 y2",
    polyline: "points",
    polygon: "points",
    text: "x y dx dy",
    tspan: "x y dx dy",
    marker: "viewBox preserveAspectRatio refX refY markerWidth markerHeight markerUnits orient",
    clipPath: "clipPathUnits",
  }).map(([name, attributes]) => [name, new Set(attributes.split(" ").filter(Boolean))]),
);

/** Elements that `transform` moves. */
export const movable: ReadonlySet<string> = new Set(
  "g use path rect circle ellipse line polyline polygon text".split(" "),
);

/** Elements that draw nothing where they are. */
export const silent: ReadonlySet<string> = new Set("defs symbol title desc style marker clipPath".split(" "));

/** Elements whose text is read. */
export const withText: ReadonlySet<string> = new Set("title desc style text tspan".split(" "));

/** Attributes of every element that change nothing in a drawing. */
export const idleAttributes: ReadonlySet<string> = new Set("id class lang xml:lang role style".split(" "));

/** Attributes that change nothing with one of these values. */
export const idleAttributeValues: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    version: ["1.0", "1.1", "2.0"],
    baseProfile: ["none", "full", "basic", "tiny"],
    "xml:space": ["default"],
    xmlns: ["http://www.w3.org/2000/svg"],
    "xmlns:xlink": ["http://www.w3.org/1999/xlink"],
    "xmlns:svg": ["http://www.w3.org/2000/svg"],
  }),
);

/** Elements that run, load or hide something, with the fix for each. */
export const unsafeElements: ReadonlyMap<string, string> = new Map(
  Object.entries({
    script: "runs code: delete it",
    foreignObject: "holds a page that only browsers draw: draw its content with `text` and shapes",
    a: "is a link, which does not work on paper: keep its contents, delete the link",
    image: "loads a picture: export the whole figure as a PNG",
    animate: "moves things: draw one moment",
    animateMotion: "moves things: draw one moment",
    animateColor: "moves things: draw one moment",
    animateTransform: "moves things: draw one moment",
    set: "changes things: draw one moment",
  }),
);

/** Elements of SVG that are not drawn, with the fix for each. */
export const undrawnElements: ReadonlyMap<string, string> = new Map(
  Object.entries({
    linearGradient: "is not printed: fill with one colour",
    radialGradient: "is not printed: fill with one colour",
    pattern: "is not printed: fill with one colour, or draw the lines",
    mask: "is not printed: draw what is seen",
    filter: "is not printed: delete it, or draw what it does",
    switch: "is not drawn: keep the branch to show, delete the others",
    textPath: "is not drawn: write the text on a straight line",
    metadata: "is for programs: delete it, or save as plain SVG",
    view: "is for browsers: delete it",
  }),
);
