/** A document is not what it should be. The message completes "cannot merge FILE: …". */
export class MalformedReport extends Error {
  override readonly name = 'MalformedReport';
}

/** The members of an object that was read from somewhere, each checked when it is asked for. Throws a MalformedReport. */
export class Members {
  private readonly values: Readonly<Record<string, unknown>>;

  /** `where` names the object in messages. */
  constructor(
    value: unknown,
    private readonly where: string,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.mistake('', 'object');
    this.values = value as Readonly<Record<string, unknown>>;
  }

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  text(name: string): string {
    const value = this.values[name];
    if (typeof value !== 'string') throw this.mistake(name, 'text');
    return value;
  }

  /** Null for what is not there. */
  textOrNull(name: string): string | null {
    return this.has(name) ? this.text(name) : null;
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T {
    const text = this.text(name);
    const found = choices.find((choice) => choice === text);
    if (found === undefined) throw this.mistake(name, `one of ${choices.join(', ')}`);
    return found;
  }

  count(name: string): number {
    const value = this.values[name];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw this.mistake(name, 'whole number');
    return value;
  }

  flag(name: string): boolean {
    const value = this.values[name];
    if (typeof value !== 'boolean') throw this.mistake(name, 'true or false');
    return value;
  }

  object(name: string): Members {
    return new Members(this.values[name], this.nameOf(name));
  }

  texts(name: string): readonly string[] {
    return this.items(name).map((value) => {
      if (typeof value !== 'string') throw this.mistake(name, 'list of texts');
      return value;
    });
  }

  list<T>(name: string, read: (item: Members) => T): readonly T[] {
    return this.items(name).map((value, index) => read(new Members(value, `${this.nameOf(name)}[${index}]`)));
  }

  /** A list that may not be there. */
  listIfAny<T>(name: string, read: (item: Members) => T): readonly T[] {
    return this.has(name) ? this.list(name, read) : [];
  }

  private items(name: string): readonly unknown[] {
    const value = this.values[name];
    if (!Array.isArray(value)) throw this.mistake(name, 'list');
    return value as readonly unknown[];
  }

  private nameOf(name: string): string {
    return [this.where, name].filter((part) => part !== '').join('.');
  }

  private mistake(name: string, expected: string): MalformedReport {
    const place = this.nameOf(name);
    const subject = place === '' ? 'it' : `its ${place}`;
    const article = /^(one of|true|list of texts)/.test(expected) ? '' : /^object/.test(expected) ? 'an ' : 'a ';
    return new MalformedReport(`${subject} is not ${article}${expected}`);
  }
}
