/** What the benchmark and its load client say to each other over the process channel. */

/** How the load client reaches a system. */
export type Connect =
  | { readonly kind: 'streamable'; readonly url: string; readonly headers: Readonly<Record<string, string>> }
  /** The older HTTP+SSE transport: answers come on one event stream. */
  | { readonly kind: 'sse'; readonly url: string; readonly headers: Readonly<Record<string, string>> }
  /** The load client starts the command and speaks to it on its standard streams. */
  | { readonly kind: 'stdio'; readonly command: string; readonly args: readonly string[] };

export type Order =
  | { readonly op: 'open'; readonly name: string; readonly connect: Connect }
  | {
      readonly op: 'run';
      readonly name: string;
      readonly tool: string;
      /** Each answer must be at least this long, so that nobody is quick by answering less. */
      readonly atLeastBytes: number;
      readonly calls: number;
      readonly atOnce: number;
      /** Calls before the clock starts, as many at once as the measured ones. */
      readonly warm: number;
    }
  | { readonly op: 'list'; readonly name: string }
  | { readonly op: 'close'; readonly name: string };

/** One measured burst. Latencies are in milliseconds from sending a call to holding the whole answer. */
export interface Burst {
  readonly callsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU of the load client, microseconds for each call: what the measuring itself costs. */
  readonly clientCpu: number;
}

export interface Opened {
  /** Process that the load client started to reach the system, for stdio. */
  readonly pid?: number;
}

/** One `tools/list`, all pages of it. */
export interface Listed {
  readonly ms: number;
  /** Names of the offered tools, as the system shows them. */
  readonly tools: readonly string[];
  /** The `result` as JSON text without spaces; only the first page when there are several. */
  readonly result: string;
}

/** What became of an order; `order` is the number that it was sent with. */
export type Reply =
  | { readonly order: number; readonly ok: true; readonly value: unknown }
  | { readonly order: number; readonly ok: false; readonly message: string };
