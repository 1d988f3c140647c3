/** A text that is made when somebody first asks for it: most keys of unknown values never are. */
export class LazyText {
  private made: string | undefined;

  constructor(private readonly make: () => string) {}

  get text(): string {
    this.made ??= this.make();
    return this.made;
  }
}
