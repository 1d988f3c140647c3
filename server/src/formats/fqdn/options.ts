/** What the formats of the FQDN list take besides the lists. */
export interface FqdnFormatOptions {
  /** The name and version of the program, such as `pelint 1.2.3`. */
  readonly tool: string;
  /** Finds a region's display name by its name, for its pair; without it the plain name is printed. */
  readonly displayNameOf?: (regionName: string) => string | undefined;
}
