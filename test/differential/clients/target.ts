import type { TestHost } from '../../fixtures/host.ts';

/** What a real client is pointed at: `/mcp` of a Doorward with the protocol's showcase behind it as "everything". */
export interface Target {
  readonly host: TestHost;
  readonly url: string;
  readonly token: string;
  /** The name of the client, for `doorward connect`. */
  readonly name: string;
  /** A folder of its own, in which a client that has a home may write. */
  readonly home: string;
}

/** A client, and what it is put through. Throws with a sentence when something is not as it should be. */
export interface Trial {
  readonly client: string;
  /** Answers what worked. */
  readonly run: (target: Target) => Promise<string[]>;
  /** Why it cannot be tried on this machine, if so. */
  readonly unavailable?: (() => string | undefined) | undefined;
}

export const ECHO = 'everything__echo';
export const ASKING = 'everything__trigger-elicitation-request';
export const SLOW = 'everything__trigger-long-running-operation';
export const PROMPT = 'everything__simple-prompt';
export const RESOURCE = 'demo://resource/static/document/features.md';
/** What the showcase says in answer to these. */
export const ECHOED = 'Echo: through the door \u{1f6aa}';
export const MESSAGE = 'through the door \u{1f6aa}';
export const PROMPTED = 'This is a simple prompt without arguments.';
export const DOCUMENT = '# Everything Server - Features';
export const ASKED = 'User provided the requested information';

/** Demands that a value, as JSON, holds a text. */
export function expectIn(value: unknown, text: string, what: string): void {
  const all = typeof value === 'string' ? value : JSON.stringify(value);
  const wanted = typeof value === 'string' ? text : JSON.stringify(text).slice(1, -1);
  if (!all.includes(wanted)) throw new Error(`${what}: ${wanted} is not in ${all.slice(0, 600)}`);
}

/**
 * Demands the progress of three steps. The last may be missing: both SDKs hand a notification on later than an
 * answer that came in the same read, and by then nobody waits for progress any more.
 */
export function expectProgress(steps: readonly number[]): void {
  if (!/^1,2(,3)?$/.test(steps.join())) throw new Error(`progress: 1,2,3 expected, ${steps.join()} came`);
}
