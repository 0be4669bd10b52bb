import type { Tag, TagType } from "../display-list/display-list.ts";
import type { TagStep } from "../measure/slice.ts";

/** Numbers the elements of the structure tree as content asks for them. */
export interface TagRegistry {
  readonly all: readonly Tag[];
  /** Index of the element at the end of a path; undefined for decoration. */
  indexOf(steps: readonly TagStep[]): number | undefined;
  /** Forgets completed elements: later content only extends the end of the tree. */
  releaseCompleted(): void;
}

export function tagRegistry(): TagRegistry {
  const all: Tag[] = [];
  /** Children of each element by key; those of the document are at -1. */
  const children = new Map<number, Map<string, number>>();
  const levelled = headingLevels();
  /** The last path and its elements: all lines of a paragraph ask for the same one. */
  let lastSteps: readonly TagStep[] = [];
  let last: readonly number[] = [];
  const child = (parent: number, step: TagStep): number => {
    const known = children.get(parent) ?? new Map<string, number>();
    if (known.size === 0) children.set(parent, known);
    const name = `${step.type} ${step.key}`;
    let index = known.get(name);
    if (index === undefined) {
      index = all.length;
      const { key: _, ...tag } = step;
      all.push({ ...tag, type: levelled(tag.type), ...(parent < 0 ? {} : { parent }) });
      known.set(name, index);
    }
    return index;
  };
  return {
    all,
    indexOf(steps) {
      if (steps.length === 0) return undefined;
      if (steps !== lastSteps) {
        const path: number[] = [];
        for (const step of steps) path.push(child(path.at(-1) ?? -1, step));
        [lastSteps, last] = [steps, path];
      }
      return last.at(-1);
    },
    releaseCompleted() {
      const open = new Set([-1, ...last]);
      for (const [parent, known] of children) {
        if (!open.has(parent)) children.delete(parent);
        else for (const [name, index] of known) if (!open.has(index)) known.delete(name);
      }
    },
  };
}

/** Maps heading levels, in reading order, to levels that start at 1 and skip none. */
function headingLevels(): (type: TagType) => TagType {
  const path: number[] = [];
  return (type) => {
    const depth = Number(/^H(\d)$/.exec(type)?.[1] ?? 0);
    if (depth === 0) return type;
    while ((path.at(-1) ?? 0) >= depth) path.pop();
    path.push(depth);
    return `H${path.length}` as TagType;
  };
}
