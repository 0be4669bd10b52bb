import * as z from "zod";

/**
 * Front matter of an item, as a contributor writes it. Descriptions and examples
 * below end up in the JSON Schema that `recall schema` prints; editors use it for completion and help.
 */

export const Id = z
  .string()
  .max(80, "write at most 80 characters")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write lower-case words joined by hyphens, such as `adam-bias-correction`");

const id = Id.meta({
  description: "Permanent, and equal to the file name without `.md`: a learner's history, links and JSON hang on it",
  examples: ["adam-bias-correction"],
});

/** Inline Markdown: text, emphasis, code and math. */
const inlineMarkdown = (least: number, most: number) =>
  z
    .string()
    .min(least, `write at least ${least} ${least === 1 ? "character" : "characters"}`)
    .max(most, `write at most ${most} characters`)
    .regex(/^[^\r\n]*$/, "write it on one line");

const title = inlineMarkdown(3, 120).meta({
  description: "The prompt of a question, the name of anything else; may hold inline math and code",
  examples: ["Why divide by $\\sqrt{d_k}$ in attention?"],
});

export const Difficulty = z.enum(["easy", "medium", "hard"]).meta({
  description: "Easy: asked in a first screen. Medium: asked of most candidates. Hard: tells strong candidates apart",
  examples: ["medium"],
});
export type Difficulty = z.infer<typeof Difficulty>;

const ids = (description: string, example: string) =>
  z
    .array(Id)
    .default([])
    .meta({ description, examples: [[example]] });

export const Source = z
  .strictObject({
    title: z
      .string()
      .min(3)
      .max(200)
      .meta({ description: "As the page calls itself", examples: ["Attention Is All You Need"] }),
    url: z
      .url({ protocol: /^https$/, error: "write a full https address, such as `https://arxiv.org/abs/1706.03762`" })
      .meta({ description: "A stable page; https only", examples: ["https://arxiv.org/abs/1706.03762"] }),
  })
  .meta({ description: "Where a fact comes from" });
export type Source = z.infer<typeof Source>;

export const Importance = z.enum(["essential", "common", "deep"]).meta({
  description:
    "Essential: nobody should go to an interview without it, and the two-page sheet has it. Common: often asked. Deep: for those who want more",
  examples: ["essential"],
});
export type Importance = z.infer<typeof Importance>;

const common = {
  id,
  title,
  draft: z
    .boolean({ error: "write `true`, or delete the key and the item is published" })
    .optional()
    .meta({
      description: "`true` while the item is unfinished: its faults are warnings, and nothing of it is published",
      examples: [true],
    }),
  name: inlineMarkdown(2, 40)
    .optional()
    .meta({
      description: "What the concept is called, if the title is longer: panels, index and glossary use it",
      examples: ["LoRA"],
    }),
  importance: Importance.default("common"),
  tags: ids("What else it is about; filters and decks use them", "regularization"),
  after: ids("Items to know first; the graph has no cycle", "gradient-descent"),
  related: ids("Items to see also", "rmsprop"),
  sources: z
    .array(Source)
    .default([])
    .meta({
      description: "Where the facts come from",
      examples: [[{ title: "Adam", url: "https://arxiv.org/abs/1412.6980" }]],
    }),
  verified: z.iso
    .date({ error: "write a date, such as `2026-11-20`" })
    .optional()
    .meta({ description: "The day the facts were last checked against the sources", examples: ["2026-11-20"] }),
  formerly: ids("Ids this item had before, oldest first: learners' history, links and redirects follow", "adam-update"),
};

/** What a learner recalls of the item. */
const short = (what: string, example: string) => ({
  short: inlineMarkdown(10, 240).meta({
    description: `${what}: one sentence of at most 25 words that is right on its own`,
    examples: [example],
  }),
});

const partOf = {
  "part-of": Id.optional().meta({
    description: "The item of the same topic that it belongs to: printed in its panel, shown on its page",
    examples: ["precision-recall"],
  }),
};

const optionalDifficulty = { difficulty: Difficulty.optional() };
const requiredDifficulty = { difficulty: Difficulty };

export const Question = z
  .strictObject({
    kind: z.literal("question"),
    ...common,
    ...short("The answer", "A model overfits when training loss falls and validation loss rises."),
    points: z
      .array(inlineMarkdown(3, 160))
      .min(3, "write three to six points")
      .max(6, "write three to six points")
      .meta({
        description: "What an interviewer ticks off, at most 14 words each; together they are the full answer",
        examples: [
          ["the gap between the two losses", "more data or less capacity", "stop at the lowest validation loss"],
        ],
      }),
    ...requiredDifficulty,
    style: z
      .enum(["theory", "design", "coding", "behavioral"])
      .default("theory")
      .meta({ description: "What kind of interview asks it", examples: ["theory"] }),
    asked: z
      .array(inlineMarkdown(3, 200))
      .default([])
      .meta({
        description: "Other wordings of the question; search finds them",
        examples: [["What does Adam correct for?"]],
      }),
  })
  .meta({ id: "QuestionFrontMatter", description: "A question and its answer" });

/** The value of one name of a formula, used when the formula is checked. */
export type ExampleValue =
  | number
  | string
  | ExampleValue[]
  | { set: ExampleValue[] }
  | { table: [argument: ExampleValue, value: ExampleValue][] };

export const ExampleValue: z.ZodType<ExampleValue> = z
  .union([
    z.number().meta({ description: "A number; it must match to half its last digit" }),
    z.string().meta({ description: "For a declared function such as `p(a)`: its body in TeX", examples: ["a^2"] }),
    z
      .array(z.lazy(() => ExampleValue))
      .meta({ description: "A list, or a list of rows: a matrix", examples: [[3, 4]] }),
    z
      .strictObject({
        set: z
          .array(z.lazy(() => ExampleValue))
          .meta({ description: "Its members, in any order", examples: [[1, 2, 3]] }),
      })
      .meta({ description: "A set" }),
    z
      .strictObject({
        table: z.array(z.tuple([z.lazy(() => ExampleValue), z.lazy(() => ExampleValue)])).meta({
          description: "Pairs of argument and value",
          examples: [
            [
              [1, 0.2],
              [2, 0.8],
            ],
          ],
        }),
      })
      .meta({ description: "A function given by its values: pairs of argument and value" }),
  ])
  .meta({ id: "ExampleValue", description: "A value for one name of the formula" });

export const Example = z.record(z.string(), ExampleValue).meta({
  description: "TeX of a symbol -> its value",
  examples: [{ P: 0.5, R: 0.8, F_1: 0.6154 }],
});
export type Example = z.infer<typeof Example>;

const needsReason = (what: string) => ({
  path: ["reason"],
  message: `say why ${what}`,
});

export const Formula = z
  .strictObject({
    kind: z.literal("formula"),
    ...common,
    ...short("When to use it", "Use F1 when false positives and false negatives cost about the same."),
    ...partOf,
    ...requiredDifficulty,
    symbols: z.record(z.string(), inlineMarkdown(1, 300)).meta({
      description: "Every symbol the formula uses -> its meaning, with unit or shape",
      examples: [{ "\\hat y": "predicted probability, in $(0, 1)$", N: "number of samples" }],
    }),
    example: z
      .union([z.literal("none"), Example, z.array(Example).min(1)])
      .optional()
      .meta({
        description: "Numbers the formula is checked with (a list covers branches), or `none` with a `reason`",
        examples: [{ P: 0.5, R: 0.8, F_1: 0.6154 }],
      }),
    reason: z
      .string()
      .min(10)
      .optional()
      .meta({ description: "Why there is no example", examples: ["Holds in expectation only"] }),
  })
  .refine((front) => front.example !== "none" || front.reason, needsReason("no numbers can check the formula"))
  .meta({ id: "FormulaFrontMatter", description: "A formula, its symbols, and numbers that check it" });

export const CodeLanguage = z.enum(["python", "sql", "bash", "javascript", "typescript"]);

export const Code = z
  .strictObject({
    kind: z.literal("code"),
    ...common,
    ...short("The idea", "Sort by score once, then count positives as the threshold falls."),
    ...partOf,
    ...requiredDifficulty,
    language: CodeLanguage.meta({ description: "Language of the solution", examples: ["python"] }),
    requires: z
      .array(
        z
          .string()
          .regex(
            /^[A-Za-z0-9._-]+(\[[a-z0-9,-]+\])?([<>=!~]=?[A-Za-z0-9.*]+(,[<>=!~]=?[A-Za-z0-9.*]+)*)?$/,
            "write a package and its version, such as `numpy>=2`",
          ),
      )
      .default([])
      .meta({ description: "Packages the solution needs", examples: [["numpy>=2"]] }),
    run: z
      .literal(false, { error: "write `false` and a `reason`, or delete the key and the code is run" })
      .optional()
      .meta({ description: "`false` when the code cannot be run; give the reason", examples: [false] }),
    reason: z
      .string()
      .min(10)
      .optional()
      .meta({ description: "Why it cannot be run", examples: ["Needs a GPU"] }),
  })
  .refine((front) => front.run !== false || front.reason, needsReason("the code cannot run"))
  .meta({ id: "CodeFrontMatter", description: "A task and code that solves it, run and compared with its output" });

export const Term = z
  .strictObject({
    kind: z.literal("term"),
    ...common,
    ...short("The definition", "Recall is the share of actual positives that the model finds."),
    ...partOf,
    ...optionalDifficulty,
    aliases: z
      .array(inlineMarkdown(1, 120))
      .default([])
      .meta({ description: "Other names; the index lists them", examples: [["sensitivity", "true positive rate"]] }),
    category: z
      .enum(["concept", "tool"])
      .default("concept")
      .meta({ description: "A tool is software that a candidate should be able to use", examples: ["concept"] }),
    api: z
      .array(z.string().min(1))
      .default([])
      .meta({ description: "For a tool: the calls to know", examples: [["df.groupby(…).agg(…)"]] }),
  })
  .meta({ id: "TermFrontMatter", description: "A term or a tool and its definition" });

export const Pitfall = z
  .strictObject({
    kind: z.literal("pitfall"),
    ...common,
    ...short("What to do instead", "Fit the scaler on the training set only, then apply it to both."),
    ...partOf,
    ...optionalDifficulty,
  })
  .meta({ id: "PitfallFrontMatter", description: "A mistake, why it is one, and what to do instead" });

export const Guide = z
  .strictObject({ kind: z.literal("guide"), ...common, ...optionalDifficulty })
  .meta({ id: "GuideFrontMatter", description: "Advice that is no card: how an interview goes, where to learn" });

export const Step = z
  .strictObject({
    title: inlineMarkdown(3, 120).meta({ description: "What the step is about", examples: ["Week 1: foundations"] }),
    items: z
      .array(Id)
      .default([])
      .meta({ description: "Items to study, in order", examples: [["bias-variance-tradeoff"]] }),
    note: inlineMarkdown(1, 400)
      .optional()
      .meta({ description: "What to do besides", examples: ["Explain each aloud."] }),
  })
  .meta({ description: "One step of a path" });

export const Path = z
  .strictObject({
    kind: z.literal("path"),
    ...common,
    ...optionalDifficulty,
    steps: z
      .array(Step)
      .min(1, "write at least one step")
      .meta({
        description: "The steps, in order",
        examples: [[{ title: "Foundations", items: ["bias-variance-tradeoff"] }]],
      }),
  })
  .meta({ id: "PathFrontMatter", description: "An ordered way through the items" });

/** Front matter of one item; `kind` says which keys apply. */
export const FrontMatter = z
  .discriminatedUnion("kind", [Question, Formula, Code, Term, Pitfall, Guide, Path])
  .meta({ title: "Front matter of an item" });
export type FrontMatter = z.infer<typeof FrontMatter>;
export type Kind = FrontMatter["kind"];

export const kinds: readonly Kind[] = FrontMatter.options.map(({ shape }) => shape.kind.value);

/** An item that was released and then removed, as its topic's README.md lists it. */
export const Retirement = z
  .strictObject({
    id: Id.meta({ description: "The id it had; no item may have it again", examples: ["adagrad-update"] }),
    reason: inlineMarkdown(3, 300).meta({
      description: "What learners who have its card should know",
      examples: ["Nobody asks this any more."],
    }),
    use: Id.optional().meta({ description: "The item to study instead", examples: ["adam-update"] }),
  })
  .meta({ description: "An item that was released and is gone: learners who have its card are told" });

/** Front matter of a topic's README.md. */
export const TopicFrontMatter = z
  .strictObject({
    id: Id.meta({ description: "The folder's name", examples: ["evaluation"] }),
    title: inlineMarkdown(3, 120).meta({ description: "Name of the topic", examples: ["Evaluation and metrics"] }),
    name: inlineMarkdown(2, 20)
      .optional()
      .meta({ description: "A short name for maps, tabs and decks, if the title is long", examples: ["Evaluation"] }),
    summary: inlineMarkdown(3, 300).meta({
      description: "One sentence: what a learner gets here",
      examples: ["Choose, read and defend a metric."],
    }),
    retired: z
      .array(Retirement)
      .default([])
      .meta({
        description: "Items of this topic that were released and are gone; nothing may leave a deck without a word",
        examples: [[{ id: "adagrad-update", reason: "Nobody asks this any more.", use: "adam-update" }]],
      }),
  })
  .meta({ title: "Front matter of a topic", description: "A folder of items" });
export type TopicFrontMatter = z.infer<typeof TopicFrontMatter>;
