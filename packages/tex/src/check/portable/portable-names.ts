/**
 * What KaTeX knows and MathJax 3 on a flashcard does not, with what both draw. `…` stands for an argument; a command
 * without a spelling is to be left out.
 */
export const PORTABLE_NAMES: ReadonlyMap<string, string> = new Map(
  String.raw`
\Alpha \mathrm{A}
\Beta \mathrm{B}
\Chi \mathrm{X}
\Epsilon \mathrm{E}
\Eta \mathrm{H}
\Iota \mathrm{I}
\Kappa \mathrm{K}
\Mu \mathrm{M}
\Nu \mathrm{N}
\Omicron \mathrm{O}
\Rho \mathrm{P}
\Tau \mathrm{T}
\Zeta \mathrm{Z}
\thetasym \vartheta
\Complex \mathbb{C}
\cnums \mathbb{C}
\N \mathbb{N}
\natnums \mathbb{N}
\R \mathbb{R}
\Reals \mathbb{R}
\reals \mathbb{R}
\Z \mathbb{Z}
\alef \aleph
\alefsym \aleph
\image \Im
\real \Re
\weierp \wp
\empty \emptyset
\exist \exists
\infin \infty
\isin \in
\notni \not\ni
\plusmn \pm
\sdot \cdot
\bull \bullet
\sub \subset
\sube \subseteq
\supe \supseteq
\minuso \ominus
\clubs \clubsuit
\diamonds \diamondsuit
\hearts \heartsuit
\spades \spadesuit
\Dagger \ddagger
\dag \dagger
\ddag \ddagger
\copyright \text{©}
\degree ^\circ
\mathsterling \text{£}
\pounds \text{£}
\sect \S
\lq \text{‘}
\rq \text{’}
\mathellipsis \ldots
\dotsx \dots
\varvdots \vdots
\Darr \Downarrow
\Harr \Leftrightarrow
\Larr \Leftarrow
\Lrarr \Leftrightarrow
\Rarr \Rightarrow
\Uarr \Uparrow
\dArr \Downarrow
\darr \downarrow
\hArr \Leftrightarrow
\harr \leftrightarrow
\lArr \Leftarrow
\larr \leftarrow
\lrArr \Leftrightarrow
\lrarr \leftrightarrow
\rArr \Rightarrow
\rarr \rightarrow
\uArr \Uparrow
\uarr \uparrow
\mapsfrom \leftarrow
\lang \langle
\rang \rangle
\llbracket [\![
\rrbracket ]\!]
\lBrace \{\!|
\rBrace |\!\}
\coloncolon \dblcolon
\coloncolonapprox \Colonapprox
\coloncolonequals \Coloneqq
\coloncolonminus \Coloneq
\coloncolonsim \Colonsim
\colonequals \coloneqq
\colonminus \coloneq
\approxcolon \approx:
\approxcoloncolon \approx\dblcolon
\equalscolon \eqqcolon
\equalscoloncolon \Eqqcolon
\minuscolon \eqcolon
\minuscoloncolon \Eqcolon
\simcolon \sim:
\simcoloncolon \sim\dblcolon
\ratio :
\vcentcolon :
\oiint \oint\!\!\!\oint
\oiiint \oint\!\!\!\oint\!\!\!\oint
\arcctg \operatorname{arcctg}
\arctg \operatorname{arctg}
\ch \operatorname{ch}
\cosec \operatorname{cosec}
\cotg \operatorname{cotg}
\ctg \operatorname{ctg}
\cth \operatorname{cth}
\sh \operatorname{sh}
\tg \operatorname{tg}
\th \operatorname{th}
\argmax \operatorname*{arg\,max}
\argmin \operatorname*{arg\,min}
\plim \operatorname*{plim}
\operatornamewithlimits \operatorname*{…}
\bm \boldsymbol{…}
\bold \mathbf{…}
\emph \textit{…}
\textmd \text{…}
\KaTeX \text{KaTeX}
\Overrightarrow \overrightarrow{…}
\overgroup \overbrace{…}
\overleftharpoon \overleftarrow{…}
\overlinesegment \overline{…}
\overrightharpoon \overrightarrow{…}
\underbar \underline{…}
\undergroup \underbrace{…}
\underlinesegment \underline{…}
\utilde \underset{\sim}{…}
\widecheck \check{…}
\xleftequilibrium \xrightleftharpoons{…}
\xrightequilibrium \xrightleftharpoons{…}
\xrightleftarrows \xrightleftharpoons{…}
\enskip \enspace
\medspace \:
\thickspace \;
\footnotesize \scriptsize
\sixptsize \tiny
\blue \textcolor{blue}{…}
\gray \textcolor{gray}{…}
\green \textcolor{green}{…}
\orange \textcolor{orange}{…}
\pink \textcolor{pink}{…}
\purple \textcolor{purple}{…}
\red \textcolor{red}{…}
\kaBlue \textcolor{blue}{…}
\kaGreen \textcolor{green}{…}
${shades("blue", 5)}
${shades("gold", 5)}
${shades("gray", 9)}
${shades("green", 5)}
${shades("maroon", 5)}
${shades("mint", 3, "green")}
${shades("purple", 5)}
${shades("red", 5)}
${shades("teal", 5)}
\DOTSB
\DOTSI
\DOTSX
\P
\TextOrMath
\allowbreak
\angl
\angln
\char
\imageof
\mathreflectbox
\nobreak
\origof
\phase
\raisebox
\reflectbox
\relax
\tmspace`
    .trim()
    .split("\n")
    .map((line) => {
      const [, name = "", spelling = ""] = /^(\S+) ?(.*)$/.exec(line) ?? [];
      return [name, spelling] as const;
    }),
);

/** KaTeX's shades of a colour, such as `\blueA` to `\blueE`. */
function shades(name: string, count: number, colour = name): string {
  const letters = [..."ABCDEFGHI"].slice(0, count);
  return letters.map((letter) => `\\${name}${letter} \\textcolor{${colour}}{…}`).join("\n");
}
