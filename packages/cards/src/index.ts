export { type Card, cardsOf } from "./cards.ts";
export { clueOf } from "./clue.ts";
export { tagsOf } from "./tags.ts";
