import type { Aggregate } from '../catalog/aggregate.ts';

/**
 * Counts about how many tokens AI apps are given. It is told on the road of every call, so each method takes
 * microseconds; the bytes are the message's own memory and are not kept. None may throw.
 */
export interface TokenMeter {
  /** An AI app was given the first page of its tools on `/mcp`; it will ask for the others. */
  listed(clientId: string, aggregate: Aggregate): void;
  /** It was given a page of the tools of one server. `result`: JSON, as given. */
  listedOne(clientId: string, result: Buffer): void;
  /**
   * It was given the result of a tool. `tool` names that among the tools of all servers; `result`: JSON, as given, made
   * smaller or not.
   */
  answered(clientId: string, tool: string, result: Buffer): void;
  /**
   * A result was made smaller on its way: call it once where that is done, with the result as it came and as it goes on.
   * What the app reads on later counts as an answer of its own.
   */
  shaped(clientId: string, before: Buffer, after: Buffer): void;
}
