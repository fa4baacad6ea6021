/** What a person says of a server, in words, for a search; the same words until a person says otherwise. */
export type ServerLabels = (server: string) => readonly string[];

/** Reads the labels that a person gave servers; what Doorward only takes a server for says nothing here. */
export function labelsSaid(book: { labels(server: string): ReadonlyMap<string, boolean> }): ServerLabels {
  return (server) => [...book.labels(server)].filter(([, holds]) => holds).map(([label]) => label);
}
