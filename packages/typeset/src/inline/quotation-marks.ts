/**
 * A line of text with typographic quotation marks and apostrophes; each stays where it is. Whether a mark opens or closes
 * depends on the characters beside it, on what is open, and for `'` on whether another mark closes it.
 */
export function typographicMarks(text: string): string {
  if (!/["']/.test(text)) return text;
  const opening = openingSingles(text);
  const marks = text.split("");
  let open = 0;
  for (const [index, mark] of marks.entries()) {
    if (mark === "'") marks[index] = opening.has(index) ? "‘" : "’";
    if (mark !== '"') continue;
    const opens = opensDouble(marks[index - 1] ?? "", text[index + 1] ?? "", open > 0);
    marks[index] = opens ? "“" : "”";
    open = Math.max(0, open + (opens ? 1 : -1));
  }
  return marks.join("");
}

/** What a quotation begins after. */
const beforeQuotation = /^$|[\s([{<–—/“‘]/;
/** What ends a quotation, with the mark after it. */
const lastOfQuotation = /[\p{L}\p{M}\p{N}.,;:!?…%)\]}>”’]/u;
const letterOrDigit = /[\p{L}\p{M}\p{N}]/u;

function opensDouble(before: string, after: string, isOpen: boolean): boolean {
  const isFree = after === "" || /\s/.test(after);
  if (beforeQuotation.test(before)) return !(isOpen && isFree);
  if (isFree || letterOrDigit.test(before) || before === ".") return false;
  // A sign such as `=` or `:`. What follows a closed quotation opens the next.
  const startsWord = letterOrDigit.test(after) || !lastOfQuotation.test(after);
  return isOpen ? startsWord && !/[,;!?…%)\]}>”’]/.test(before) && letterOrDigit.test(after) : startsWord;
}

/** Words without their beginning that are no others: no quotation begins with them. */
const elided = /^(?:tis|twas|twere|twill|twould|twixt|tween)(?![\p{L}\p{N}])/iu;
/** Words that may have lost their beginning: give 'em, 'cause it is. */
const perhapsElided =
  /^(?:em|til|bout|neath|gainst|cos|coz|cuz|nuff|cause|round|fore|nother|cept|course)(?![\p{L}\p{N}])/iu;
/** A year without its century: '98, '90s. */
const year = /^\d\d(?!\d)/;

/** Where `'` opens a quotation: nothing else can, and another `'` closes it. */
function openingSingles(text: string): ReadonlySet<number> {
  const open: number[] = [];
  const opening = new Set<number>();
  for (let index = text.indexOf("'"); index >= 0; index = text.indexOf("'", index + 1)) {
    const before = text[index - 1] ?? "";
    const after = text[index + 1] ?? "";
    const isInside = letterOrDigit.test(before) || before === ".";
    if (!isInside && after !== "" && !/\s/.test(after) && !isElision(text, index)) {
      // After the end of a sentence in an open quotation, only a word begins another.
      if (open.length === 0 || letterOrDigit.test(after) || beforeQuotation.test(before) || /["']/.test(before)) {
        open.push(index);
        continue;
      }
    }
    const closes = before !== "" && !/\s/.test(before) && !letterOrDigit.test(after) && !endsElision(text, index);
    const opener = closes ? open.at(-1) : undefined;
    if (
      opener === undefined ||
      (isPossessive(text, index) && perhapsElided.test(text.slice(opener + 1, opener + 10)))
    ) {
      continue;
    }
    opening.add(opener);
    open.pop();
  }
  return opening;
}

/** Whether a mark replaces missing letters: 'tis, '98, rock 'n' roll. The word alone in marks is a quotation. */
function isElision(text: string, index: number): boolean {
  const rest = text.slice(index + 1, index + 10);
  if (/^n'(?!\p{L})/iu.test(rest)) return true;
  const word = elided.exec(rest)?.[0];
  return word === undefined ? year.test(rest) : rest[word.length] !== "'";
}

/** Whether a mark may belong to a plural: the bakers' oven. */
function isPossessive(text: string, index: number): boolean {
  return text[index - 1] === "s" && /^ \p{L}/u.test(text.slice(index + 1, index + 3));
}

/** Whether a mark is the second of 'n'. */
function endsElision(text: string, index: number): boolean {
  return /^'n'$/i.test(text.slice(index - 2, index + 1)) && !letterOrDigit.test(text[index - 3] ?? "");
}
