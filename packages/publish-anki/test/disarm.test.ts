import { mediaReferences } from "@high-recall/apkg";
import { expect, test } from "vitest";
import { disarm } from "../src/disarm.ts";

test.each([
  ["[sound:a.mp3]", "&#91;sound:a.mp3]"],
  ["[SOUND:a.mp3]", "&#91;SOUND:a.mp3]"],
  ["[latex]x[/latex]", "&#91;latex]x&#91;/latex]"],
  ["[$]x[/$] [$$]y[/$$]", "&#91;$]x&#91;/$] &#91;$$]y&#91;/$$]"],
  ["[anki:tts]x[/anki:tts]", "&#91;anki:tts]x[/anki:tts]"],
  ["{{c1::x}} {{c1,2::y}}", "&#123;{c1::x}} &#123;{c1,2::y}}"],
  ['<a href="<img src=x>">b > c</a>', '<a href="&lt;img src=x&gt;">b > c</a>'],
  ['="<span class="x">y</span>', '="<span class="x">y</span>'],
  ["a[0] [sounds] {{x}} [$x]", "a[0] [sounds] {{x}} [$x]"],
])("%s becomes %s", (html, expected) => {
  expect(disarm(html)).toBe(expected);
  expect(mediaReferences(disarm(html))).toEqual([]);
});
