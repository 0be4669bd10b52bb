export { type Card, cardsOf, symbolTable } from "./cards.ts";
export { clueOf } from "./clue.ts";
export { type FindItem, type FollowUpCard, followUpCards } from "./follow-up-cards.ts";
export { occasionOf, situationOf, whyOf } from "./parts.ts";
export { neutralRelation, type Relation, relationsOf } from "./relations.ts";
export { type Sample, sampleOf } from "./sample.ts";
export { sentencesOf } from "./sentences.ts";
export { tagsOf } from "./tags.ts";
export { isRelation, joined, type TexToken, texTokens } from "./tex-tokens.ts";
