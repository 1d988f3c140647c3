/** A value to be written into a file of either language. A string is a text, whatever is in it; `Code` is an expression. */
export type NewValue = Scalar | readonly NewValue[] | NewObject;

export type Scalar = string | number | boolean | Code;

/** An expression, in both languages: the writer takes the one of the file. `arm` has no brackets around it. */
export interface Code {
  readonly bicep: string;
  readonly arm: string;
  /** The text that it comes to, for files that may not hold the expression: parameter files. */
  readonly text?: string;
}

export interface NewObject {
  /** In the order in which they are written. */
  readonly properties: Readonly<Record<string, NewValue>>;
}

export function isScalar(value: NewValue): value is Scalar {
  return typeof value !== 'object' || 'bicep' in value;
}
