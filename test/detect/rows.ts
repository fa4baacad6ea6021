import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A labelled example; which fields it has depends on its file. */
export interface Row {
  readonly id: string;
  readonly source?: string;
  readonly label?: string;
  readonly class?: string;
  readonly tier?: string;
  readonly tool?: Record<string, unknown>;
  readonly peers?: readonly {
    readonly server?: string;
    readonly tool?: { readonly name?: string; readonly inputSchema?: { readonly properties?: object } };
  }[];
  readonly text?: string;
  readonly types?: readonly string[];
  readonly spans?: readonly { readonly start: number; readonly end: number }[];
}

export async function* rowsOf(file: string): AsyncGenerator<Row> {
  for await (const line of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.trim() !== '') yield JSON.parse(line) as Row;
  }
}
