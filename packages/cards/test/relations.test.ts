import fc from "fast-check";
import { expect, test } from "vitest";
import { neutralRelation, relationsOf, texTokens } from "../src/index.ts";

const texts = (tex: string) => relationsOf(tex).map((relation) => relation.tex);
const raw = String.raw;

test.each([
  [raw`a=b=c`, ["a=b=c"]],
  [raw`\begin{aligned}a&=b\\ c&\approx d\end{aligned}`, ["a=b", raw`c\approx d`]],
  ["\\begin{aligned}\na&=b\\\\\n&=c\n\\end{aligned}", ["a=b =c"]],
  [raw`\begin{aligned}a&=b,&c&=d\\ e&=f\end{aligned}`, ["a=b", "c=d", "e=f"]],
  [raw`m=\frac{a}{b},\qquad v=c`, [raw`m=\frac{a}{b}`, "v=c"]],
  // A condition, and the meaning of a name in the statement, stay with it.
  [raw`W=BA,\quad B\in\mathbb{R}^{d\times r}`, [raw`W=BA,\quad B\in\mathbb{R}^{d\times r}`]],
  [raw`p=e^{x-m},\quad m=\max_j x_j`, [raw`p=e^{x-m},\quad m=\max_j x_j`]],
  [raw`q=\mathrm{softmax}(v),\quad s=w`, [raw`q=\mathrm{softmax}(v)`, "s=w"]],
  // Two statements of one thing are one answer.
  [raw`\begin{aligned}r&=a\\ r&=b\end{aligned}`, [raw`r=a,\quad r=b`]],
  [raw`f(x)=\begin{cases}a & x<0 \\ b & x=0\end{cases}`, [raw`f(x)=\begin{cases}a & x<0 \\ b & x=0\end{cases}`]],
  [raw`a+b`, [raw`a+b`]],
])("the relations of %s", (tex, expected) => {
  expect(texts(tex)).toEqual(expected);
});

test.each([
  [raw`J_{\mathrm{EN}}=L`, "J=L"],
  [raw`\hat\theta_{\mathrm{MAP}}=x`, raw`\hat\theta=x`],
  [raw`\mathrm{GELU}(x)=x`, "f(x)=x"],
  [raw`\mathrm{PPL}=e^h`, raw`\square =e^h`],
  [raw`X_{\mathrm c}=USV^\top`, raw`X=USV^\top`],
  [raw`F_1=\frac{2PR}{P+R}`, raw`F_1=\frac{2PR}{P+R}`],
])("the neutral form of %s", (tex, expected) => {
  expect(relationsOf(tex).map(neutralRelation)).toEqual([expected]);
});

test("any text has relations, and its tokens are the text", () => {
  const tex = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom(
          "\\\\",
          "&",
          "\\quad ",
          ",",
          "=",
          "{",
          "}",
          "\\left(",
          "\\right)",
          "a",
          "^",
          "\\begin{aligned}",
          "\\end{aligned}",
        ),
      )
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(tex, (value) => {
      expect(
        texTokens(value)
          .map((token) => token.text)
          .join(""),
      ).toBe(value);
      expect(relationsOf(value).length).toBeGreaterThan(0);
      for (const relation of relationsOf(value)) expect(() => neutralRelation(relation)).not.toThrow();
    }),
  );
});
