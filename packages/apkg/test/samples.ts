import { type Collection, guidFor, mediaName, noteTypeId } from "../src/index.ts";

/** 1 January 2026, in seconds. */
export const modified = 1_767_225_600;

export const basicId = noteTypeId("test", "Basic");
export const clozeId = noteTypeId("test", "Cloze");

export const figure = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);
export const figureName = mediaName("figure.png", figure);

/** A package with both kinds of note types, two decks, tags, media and formulas. */
export const sample = {
  noteTypes: [
    {
      id: basicId,
      name: "Basic",
      kind: "standard",
      fields: [{ name: "Front" }, { name: "Back" }],
      templates: [
        { name: "Forward", question: "{{Front}}", answer: "{{FrontSide}}<hr>{{Back}}" },
        { name: "Back again", question: "{{#Back}}{{Back}}{{/Back}}", answer: "{{Front}}" },
      ],
      css: ".card { color: black; }",
      modified,
    },
    {
      id: clozeId,
      name: "Cloze",
      kind: "cloze",
      fields: [{ name: "Text" }],
      templates: [{ name: "Cloze", question: "{{cloze:Text}}", answer: "{{cloze:Text}}" }],
      modified,
    },
  ],
  decks: [{ name: "Test::One", description: "The first" }, { name: "Test::Two" }],
  notes: [
    {
      guid: guidFor("test", "a"),
      noteType: basicId,
      deck: "Test::One",
      fields: ["<b>chat</b>", `cat <img src="${figureName}">`],
      tags: ["animal::pet", "noun"],
      modified,
    },
    { guid: guidFor("test", "b"), noteType: basicId, deck: "Test::One", fields: ["\\(x^2\\)", ""], modified },
    {
      guid: guidFor("test", "c"),
      noteType: clozeId,
      deck: "Test::Two",
      fields: ["{{c1::Paris}} is the capital of {{c2::France}}"],
      tags: ["place"],
      modified,
    },
  ],
  media: [{ name: figureName, bytes: figure }],
} satisfies Collection;
