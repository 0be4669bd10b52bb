/** Figures that the reader accepts, each about one thing: name, attributes of the root, content. */
export const samples: readonly (readonly [name: string, attributes: string, body: string])[] = [
  [
    "shapes",
    box(100, 60),
    `<rect x="5" y="5" width="30" height="20"/><circle cx="60" cy="20" r="12"/><ellipse cx="85" cy="40" rx="10" ry="15"/><line x1="5" y1="50" x2="60" y2="55" stroke="black"/><polyline points="5,35 20,30 30,45" fill="none" stroke="black"/><polygon points="40 35 50 50 35 55"/>`,
  ],
  [
    "round corners",
    box(100, 60),
    `<rect x="5" y="5" width="40" height="20" rx="8"/><rect x="50" y="5" width="40" height="20" ry="15"/><rect x="5" y="35" width="40" height="20" rx="30" ry="4"/><rect x="50" y="35" width="40" height="20" rx="50%"/>`,
  ],
  [
    "path commands",
    box(100, 60),
    `<path d="M5 30h10v-10H5zm20 0c0-20 20-20 20 0s20 20 20 0q5-20 10 0t10 0" fill="none" stroke="black"/>`,
  ],
  [
    "arcs",
    box(100, 60),
    `<path d="M10 30A20 10 30 0 1 50 30A20 10 30 1 0 90 30M10 50a5 5 0 0120 0 5 5 0 11 8 2" fill="none" stroke="black"/>`,
  ],
  ["closed, then on", box(60, 40), `<path d="M5 5L25 5L25 25zL45 35" fill="none" stroke="black" stroke-width="2"/>`],
  [
    "even-odd",
    box(60, 40),
    `<path fill-rule="evenodd" d="M5 5h40v30h-40zM15 12h20v16h-20z"/><g fill-rule="evenodd"><path fill="red" style="fill-rule:nonzero" d="M48 5h10v30h-10zM50 12h6v16h-6z"/></g>`,
  ],
  [
    "colours",
    box(120, 40),
    [
      "red",
      "#0a0",
      "#00f8",
      "#11223380",
      "rgb(200,100,0)",
      "rgb(50% 0% 50%)",
      "rgba(0,0,0,.3)",
      "hsl(200, 80%, 40%)",
      "hsl(0.5turn 60% 30% / 50%)",
      "hwb(30 20% 10%)",
      "transparent",
      "REBECCAPURPLE",
    ]
      .map((colour, index) => `<rect x="${index * 10}" width="9" height="30" fill="${colour}"/>`)
      .join(""),
  ],
  [
    "currentColor",
    box(60, 40),
    `<g color="teal"><rect width="20" height="30" fill="currentColor"/><g color="orange" fill="currentcolor"><rect x="25" width="20" height="30"/></g></g>`,
  ],
  [
    "roles",
    box(120, 60),
    `<g class="accent"><rect width="20" height="30" fill="currentColor"/><rect class="second" x="25" width="20" height="30" fill="currentColor" fill-opacity=".5"/></g><circle class="muted" cx="70" cy="15" r="12" fill="none" stroke="currentColor" stroke-width="3"/><rect x="90" width="28" height="30" class="ink" fill="currentColor"/><circle class="paper" cx="104" cy="15" r="8" fill="currentColor"/><text class="second" font-family="sans-serif" font-size="14" x="4" y="52" fill="currentColor">text</text>`,
  ],
  [
    "roles, of which the file sets one",
    box(60, 40),
    `<style>.accent{color:teal}</style><rect class="accent" width="20" height="30" fill="currentColor"/><rect class="second" x="25" width="20" height="30" fill="currentColor"/>`,
  ],
  [
    "parts",
    box(80, 40),
    `<g data-part="one"><rect width="20" height="30"/></g><g data-part="two" transform="translate(30 5)" opacity=".5"><rect width="20" height="30"/></g>`,
  ],
  [
    "opacities",
    box(100, 40),
    `<rect width="30" height="30" fill="blue" fill-opacity=".4"/><circle cx="50" cy="18" r="12" fill="red" stroke="green" stroke-width="6" fill-opacity="50%" stroke-opacity=".5"/><rect x="70" width="20" height="30" opacity=".3"/><g opacity=".5"><path d="M92 0h6v40h-6z"/></g>`,
  ],
  [
    "caps and joins",
    box(120, 60),
    `<g fill="none" stroke="black" stroke-width="8"><path d="M10 10h20" stroke-linecap="round"/><path d="M45 10h20" stroke-linecap="square"/><path d="M10 50l10-20 10 20" stroke-linejoin="round"/><path d="M45 50l10-20 10 20" stroke-linejoin="bevel"/><path d="M80 50l5-25 5 25"/></g>`,
  ],
  [
    "miter limits",
    box(120, 60),
    `<g fill="none" stroke="black" stroke-width="4"><path d="M10 50l5-40 5 40"/><path d="M40 50l5-40 5 40" stroke-miterlimit="20"/><path d="M70 50l20-30 20 30" stroke-miterlimit="1"/></g>`,
  ],
  [
    "dashes",
    box(100, 40),
    `<g fill="none" stroke="black" stroke-width="2"><path d="M5 10h90" stroke-dasharray="6 3 1"/><path d="M5 20h90" stroke-dasharray="10%,5%"/><path d="M5 30h90" stroke-dasharray="none"/><path d="M5 35h90" stroke-dasharray="0 0"/></g>`,
  ],
  [
    "stroke of per cent",
    box(200, 100),
    `<rect x="40" y="20" width="100" height="50" fill="none" stroke="black" stroke-width="5%"/>`,
  ],
  [
    "units",
    box(200, 100),
    `<rect width="1in" height="10mm"/><rect x="100" width="30pt" height="2pc"/><rect y="2cm" width="25%" height="20%"/><circle cx="75%" cy="50%" r="10%"/>`,
  ],
  [
    "em and rem",
    `${box(200, 100)} font-size="10"`,
    `<rect width="2em" height="1em"/><g font-size="2em"><rect y="20" width="2em" height="1em"/><rect y="50" width="2rem" height="1em"/><line x1="60" y1="70" x2="160" y2="70" stroke="black" stroke-width=".2em"/><g font-size="50%"><rect x="100" width="1em" height="1em"/></g></g>`,
  ],
  [
    "stroke of em is inherited in pixels",
    box(100, 40),
    `<g font-size="10" stroke="black" stroke-width=".4em"><path d="M5 10h60"/><path d="M5 25h60" font-size="30"/></g>`,
  ],
  [
    "transforms",
    box(120, 80),
    `<rect width="10" height="10" transform="translate(20)"/><rect width="10" height="10" transform="translate(50,10)rotate(45)"/><rect width="10" height="10" transform="rotate(30 60 40) scale(2,1) translate(30 20)"/><rect width="10" height="10" transform="skewX(20) translate(5 60)"/><rect width="10" height="10" transform="matrix(1 .2 -.3 1 90 50) skewY(10)"/>`,
  ],
  [
    "transforms of a style",
    box(120, 80),
    `<style>.a{transform:translate(20px, 10px) rotate(0.125turn)} .b{transform:scaleX(2) translateX(30px) skew(10deg, 5deg)}</style><rect class="a" width="12" height="12"/><rect class="b" y="40" width="12" height="12" transform="translate(500)"/><rect style="transform:none" transform="translate(500)" width="4" height="4"/>`,
  ],
  [
    "classes, ids, names",
    box(120, 40),
    `<style>rect{fill:red}.b{fill:green}#c{fill:blue}rect.d.e{fill:orange}*{stroke:black}</style><rect width="15" height="30"/><rect class="b" x="20" width="15" height="30"/><rect id="c" class="b" x="40" width="15" height="30"/><rect class="e b d" x="60" width="15" height="30"/><rect class="d" x="80" width="15" height="30"/>`,
  ],
  [
    "combinators",
    box(120, 40),
    `<style>.n rect{fill:#ECECFF;stroke:#9370DB} g > circle{fill:none;stroke:red} .n > g rect{fill:teal} #m .n circle{stroke:blue}</style><g id="m"><g class="n"><rect width="20" height="30"/><g><rect x="25" width="20" height="30"/><circle cx="60" cy="15" r="10"/></g></g></g><circle cx="90" cy="15" r="10"/>`,
  ],
  [
    "attribute selectors",
    box(120, 40),
    `<style>[data-k="v"]{fill:green}rect[data-k]{stroke:red}[x='50']{fill:blue}</style><rect data-k="v" width="20" height="30"/><rect data-k="w" x="25" width="20" height="30"/><rect x="50" width="20" height="30"/>`,
  ],
  [
    "order and importance",
    box(120, 40),
    `<style>rect{fill:red!important}rect{fill:blue}.a{stroke:green}.a{stroke:orange}</style><rect class="a" fill="black" style="fill:yellow" width="20" height="30"/><circle class="a" style="stroke:red" fill="pink" cx="50" cy="15" r="10"/><rect style="fill:teal !important" x="70" width="20" height="30"/>`,
  ],
  [
    "rules in CDATA and with references",
    box(60, 40),
    `<style><![CDATA[ g > rect { fill: green } ]]></style><style type="text/css">/* > */ g &gt; circle{fill:red} /* } */</style><g><rect width="20" height="30"/><circle cx="40" cy="20" r="10"/></g>`,
  ],
  [
    "inherit, initial, unset",
    box(120, 40),
    `<g fill="red" stroke="blue" opacity="1" overflow="visible"><g fill="green"><rect width="20" height="30" fill="inherit"/><rect x="25" width="20" height="30" style="fill:initial"/><rect x="50" width="20" height="30" style="stroke:unset;fill:unset"/></g></g>`,
  ],
  [
    "hidden groups",
    box(120, 40),
    `<g display="none"><rect width="20" height="30"/></g><g visibility="hidden"><rect x="25" width="20" height="30"/><rect x="50" width="20" height="30" visibility="visible"/></g><g style="display:none"><rect x="75" width="20" height="30" style="display:inline"/></g><rect x="100" width="20" height="30" visibility="collapse"/>`,
  ],
  [
    "use",
    box(120, 60),
    `<defs><g id="a" fill="red"><rect width="10" height="10"/><rect y="15" width="10" height="10" fill="inherit" stroke="black"/></g><rect id="r" width="10" height="10"/></defs><use href="#a" x="5" y="5"/><use href="#r" x="30" y="5" fill="blue" transform="scale(2) rotate(10)"/><g fill="teal"><use href="#r" x="100" y="40"/></g>`,
  ],
  [
    "use in use",
    box(60, 40),
    `<defs><rect id="r" width="8" height="8"/><g id="two"><use href="#r"/><use href="#r" x="10"/></g></defs><use href="#two" y="2"/><use href="#two" y="20" fill="red"/>`,
  ],
  [
    "rules do not see what is around a copy",
    box(80, 40),
    `<style>defs rect{fill:green}.u rect{fill:red}.v{fill:blue}rect{stroke:red}g > rect{fill:orange}</style><defs><g id="g"><rect x="30" width="9" height="30"/></g><rect id="r" width="20" height="30"/><circle id="c" cx="60" cy="15" r="10"/></defs><g class="u"><use href="#r"/><use href="#g"/></g><use class="v" href="#c"/>`,
  ],
  [
    "symbol",
    box(220, 80),
    `<symbol id="s" viewBox="0 0 100 100"><circle cx="50" cy="50" r="45" fill="none" stroke="blue" stroke-width="10"/><rect x="-50" width="60" height="10"/></symbol><use href="#s" x="10" y="10" width="40" height="40"/><use href="#s" x="100" y="10" width="60" height="30"/>`,
  ],
  [
    "symbol without a viewBox",
    box(100, 60),
    `<symbol id="s"><rect width="200" height="20" fill="red"/></symbol><use href="#s" y="10"/><use href="#s" x="10" y="35" width="30" height="10"/>`,
  ],
  [
    "symbol of per cent",
    box(100, 60),
    `<symbol id="s" viewBox="0 0 10 10" overflow="visible"><rect width="100%" height="50%"/></symbol><use href="#s" x="10" y="10" width="30" height="30"/>`,
  ],
  [
    "inner svg",
    box(220, 80),
    `<svg x="10" y="10" width="60" height="60" viewBox="0 0 200 200"><rect width="200" height="200" fill="orange"/><circle cx="100" cy="100" r="120" fill="white"/></svg><svg x="50%" width="25%" height="50%"><rect x="50%" width="100%" height="50%"/></svg>`,
  ],
  [
    "inner svg of another shape",
    box(220, 80),
    ["xMinYMin meet", "xMaxYMax", "none", "xMidYMid slice", "xMinYMax slice"]
      .map(
        (aspect, index) =>
          `<svg x="${5 + index * 42}" y="5" width="38" height="70" viewBox="0 0 20 10" preserveAspectRatio="${aspect}"><rect width="20" height="10" fill="#ccc"/><circle cx="10" cy="5" r="5"/></svg>`,
      )
      .join(""),
  ],
  [
    "overflow of an inner svg",
    box(100, 60),
    `<svg x="10" y="10" width="20" height="20" overflow="visible"><circle cx="15" cy="15" r="15"/></svg><svg x="60" y="10" width="20" height="20" style="overflow:hidden"><circle cx="15" cy="15" r="15"/></svg>`,
  ],
  [
    "root of another shape",
    'width="400" height="100" viewBox="0 0 100 100"',
    `<rect x="-20" width="120" height="100" fill="#ddd"/><circle cx="50" cy="50" r="45" fill="none" stroke="black"/>`,
  ],
  [
    "root that is sliced",
    'width="120" height="60" viewBox="10 20 100 100" preserveAspectRatio="xMinYMax slice"',
    `<rect x="10" y="20" width="100" height="100" fill="#ddd"/><circle cx="60" cy="70" r="45" fill="none" stroke="black"/>`,
  ],
  [
    "root that is stretched",
    'width="120" height="60" viewBox="0 0 100 100" preserveAspectRatio="none"',
    `<circle cx="50" cy="50" r="45" fill="none" stroke="black" stroke-width="6"/>`,
  ],
  ["root without a viewBox", 'width="2cm" height="40"', `<circle cx="50%" cy="50%" r="15"/>`],
  [
    "markers at both ends",
    box(120, 60),
    `${tip("tip")}<path d="M20 20L60 20L90 50" fill="none" stroke="black" marker-end="url(#tip)" marker-start="url(#tip)"/><line x1="20" y1="50" x2="60" y2="40" stroke="black" stroke-width="2" marker-end="url(#tip)"/>`,
  ],
  [
    "markers at every vertex",
    box(120, 60),
    `<marker id="dot" markerWidth="4" markerHeight="4" refX="2" refY="2"><circle cx="2" cy="2" r="1.5" fill="red"/></marker><polyline points="10,50 30,10 60,40 100,10" fill="none" stroke="black" marker-start="url(#dot)" marker-mid="url(#dot)" marker-end="url(#dot)"/><path d="M10 55A20 20 0 0 1 50 55Q60 30 70 55" fill="none" stroke="black" style="marker:url(#dot)"/>`,
  ],
  [
    "markers that turn",
    box(120, 60),
    `${tip("tip", 'orient="auto-start-reverse"')}${tip("up", 'orient="-90"')}<path d="M20 30C30 10 50 10 60 30" fill="none" stroke="black" marker-start="url(#tip)" marker-end="url(#tip)"/><path d="M80 40h20" stroke="black" marker-end="url(#up)"/>`,
  ],
  [
    "markers in the middle bisect",
    box(120, 80),
    `${tip("tip", 'orient="auto"')}<path d="M10 40L40 10L70 40L40 70" fill="none" stroke="black" marker-mid="url(#tip)"/><path d="M80 20L110 20L110 50L80 50Z" fill="none" stroke="black" marker-start="url(#tip)" marker-mid="url(#tip)"/>`,
  ],
  [
    "markers in user units, cut off",
    box(120, 60),
    `<marker id="m" markerUnits="userSpaceOnUse" markerWidth="20" markerHeight="10" viewBox="0 0 10 10" refX="5" refY="5" preserveAspectRatio="xMaxYMid slice"><circle cx="5" cy="5" r="6" fill="teal"/></marker><path d="M20 30H80" stroke="black" stroke-width="3" marker-end="url(#m)" marker-start="url(#m)"/>`,
  ],
  [
    "markers inherit from where they are",
    box(60, 40),
    `<g fill="green"><marker id="m" markerWidth="6" markerHeight="6" refX="3" refY="3"><rect width="6" height="6"/></marker></g><path d="M10 20H40" stroke="red" fill="blue" marker-end="url(#m)"/>`,
  ],
  [
    "clipping to a box",
    box(100, 60),
    `<clipPath id="c"><rect x="10" y="10" width="40" height="30"/></clipPath><g clip-path="url(#c)" transform="translate(20 5)"><circle cx="30" cy="30" r="28"/></g>`,
  ],
  [
    "anchors",
    font(160, 80),
    `<text x="80" y="20">start</text><text x="80" y="40" text-anchor="middle">middle</text><text x="80" y="60" text-anchor="end">end</text>`,
  ],
  [
    "fonts",
    font(200, 100),
    `<text x="5" y="20" font-weight="bold">bold</text><text x="5" y="40" font-style="italic">italic</text><text x="80" y="20" font-family="monospace">mono</text><text x="80" y="40" style="font-size:20px;font-weight:600">large</text><g font-weight="700"><text x="5" y="70" font-weight="lighter">light <tspan font-weight="bolder">bold</tspan></text></g>`,
  ],
  [
    "spans",
    font(200, 100),
    `<text x="10" y="20">a<tspan dy="5" font-size="8">2</tspan><tspan dy="-5"> + b</tspan></text><text x="10" y="50" text-anchor="middle"><tspan x="60">one</tspan><tspan x="60" dy="1.2em">another line</tspan></text><text x="10" y="90" fill="red">red <tspan fill="blue">blue</tspan> red</text>`,
  ],
  [
    "spans that jump in one direction",
    font(200, 100),
    `<text x="10" y="20">one<tspan y="40">two</tspan><tspan x="100">three</tspan></text>`,
  ],
  [
    "white space",
    font(200, 100),
    `<text x="10" y="20">  a   b\n  c </text><text x="10" y="40"> one <tspan> two </tspan> three</text><text x="10" y="60" text-anchor="end"><tspan x="150"> end </tspan> </text><text x="10" y="80">a<tspan> </tspan>b</text>`,
  ],
  [
    "jumps of nested spans",
    font(200, 100),
    `<text x="10" y="20" dx="5">x<tspan x="50" dy="10"><tspan dx="20" dy="30">deep</tspan> on</tspan></text>`,
  ],
  [
    "middle of text that moves",
    font(200, 60),
    `<text x="100" y="30" text-anchor="middle">left<tspan dx="20">right</tspan></text><text x="100" y="50" dx="10" text-anchor="middle">moved</text>`,
  ],
  [
    "hidden spans take room",
    font(200, 60),
    `<text x="100" y="30" text-anchor="middle">a<tspan visibility="hidden">hidden</tspan>b<tspan display="none">gone</tspan></text>`,
  ],
  [
    "baselines",
    font(200, 60),
    `<text x="5" y="30" dominant-baseline="middle">mid</text><text x="50" y="30" dominant-baseline="central">cen</text><g dominant-baseline="hanging"><text x="100" y="30">han</text></g><path d="M0 30H200" stroke="red" stroke-width=".5"/>`,
  ],
  [
    "transparent text",
    font(200, 60),
    `<text x="5" y="30" fill-opacity=".4">faint</text><text x="80" y="30" opacity=".5">fainter</text><text x="140" y="30" fill="#0008">half</text>`,
  ],
  [
    "turned text",
    font(100, 100),
    `<text transform="translate(20 90) rotate(-90)">upward</text><g transform="translate(50 50) scale(1.5)"><text text-anchor="middle">large</text></g>`,
  ],
  ["references in text", font(100, 40), `<text x="5" y="20">a &lt; b &amp; c &#x3c0; &#8594;</text>`],
];

function box(width: number, height: number): string {
  return `viewBox="0 0 ${width} ${height}"`;
}

function font(width: number, height: number): string {
  return `${box(width, height)} font-family="sans-serif" font-size="14"`;
}

function tip(id: string, orient = 'orient="auto"'): string {
  return `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" ${orient}><path d="M0 0L10 5L0 10Z" fill="#222"/></marker>`;
}
