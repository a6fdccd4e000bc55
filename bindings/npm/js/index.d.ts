/** The labels that Newsmark gives. */
export type Label =
  | "PERSON" | "ORG" | "LOC" | "NORP" | "EVENT" | "WORK" | "PRODUCT"
  | "MONEY" | "PERCENT" | "QUANTITY" | "CARDINAL" | "ORDINAL"
  | "DATE" | "TIME" | "DURATION"
  | "QUOTE" | "REPORTED" | "SOURCE"
  | (string & {});

/** What an annotation means, by its label: `{ amount: "2300000000", currency: "USD" }`, `{ timex: "2024-07-02" }`. */
export type Value = Readonly<Record<string, unknown>>;

/** Something that is marked in a text. */
export interface Annotation {
  /** Where it begins, in the unit of `offsets`. */
  start: number;
  /** Where it ends. */
  end: number;
  label: Label;
  /** What is marked. */
  text: string;
  value: Value | null;
  /** How sure extraction is, 0 to 1. */
  score: number | null;
  /** The name of the thing that this and other annotations name. */
  entity: string | null;
  /** For quotes and told speech: who says so, as indices into the same list. */
  saidBy: number[];
}

export interface Options {
  /** The day from which relative dates count: `"2024-07-02"`, a time such as `"2024-07-02T23:30:00Z"`, whose day is taken as it is told, or a `Date`, whose day in UTC it is. */
  published?: string | Date | null;
  /** What offsets count; UTF-16 units, as JavaScript does, unless it is given. */
  offsets?: "utf16" | "codepoint" | "byte" | null;
}

export interface AllOptions extends Options {
  /** What becomes of texts that cannot be read: an error once all others are done, or `null` in their place. */
  errors?: "throw" | "null";
}

/** A text, perhaps with a day of its own. */
export type Item = string | { text: string; published?: string | Date | null };

/** What is marked in one text, in reading order. */
export function extract(text: string, options?: Options | null): Annotation[];

/** What is marked in each text. */
export function extractAll(texts: Iterable<Item>, options: AllOptions & { errors: "null" }): (Annotation[] | null)[];
export function extractAll(texts: Iterable<Item>, options?: AllOptions | null): Annotation[][];

/** A file: its address, a response that brings it, or its bytes. */
export type Source = string | URL | Response | ArrayBuffer | Uint8Array;

/**
 * Gets ready before the first text does it. `newsmark/beside` must be told to. All can be told to take the program or
 * the name model from elsewhere. What is blocked, cut or another file is an `Error` that names it and says what to do.
 */
export function init(options?: { program?: Source | null; model?: Source | null } | null): Promise<void>;

/** Some of the texts could not be read; the others were. */
export class RowError extends Error {
  /** Which, counted from 0, and why. */
  rows: { row: number; message: string }[];
  /** What the others gave. */
  results: (Annotation[] | null)[];
}
