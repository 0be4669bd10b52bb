/** A note of the benchmark. */
export interface BenchNote {
  readonly id: string;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

const words = "gradient loss bias variance attention softmax kernel prior posterior entropy dropout convex".split(" ");

/** So many different notes, the same each time. */
export function makeNotes(count: number): BenchNote[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `note-${index}`,
    front: `<p>${index}: ${sentence(index, 18)}?</p>`,
    back: `<p>${sentence(index + 1, 120)}</p>`,
    tags: [`bench::topic::t${index % 5}`, `bench::level::l${index % 3}`],
  }));
}

/** `length` words chosen by a linear congruential generator. */
function sentence(seed: number, length: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return words[Math.floor((state / 2 ** 32) * words.length)];
  }).join(" ");
}
