import type { Connect } from '../load/orders.ts';
import type { Result } from '../../shared/result.ts';

/** What stands behind the system under test. */
export type Upstream = 'http' | 'stdio';

/** How much a call answers with: a few words, 1 KB, 100 KB. */
export type Size = 'line' | 'kb' | 'big';

/** One way to reach one upstream through one system. */
export interface Target {
  readonly connect: Connect;
  /**
   * Process that the system under test runs in, with its children. `client`: the one that the load client starts
   * to reach it. `none`: nothing lies between client and upstream.
   */
  readonly process: number | 'client' | 'none';
}

/** A system that the benchmark measures. */
export interface System {
  readonly name: string;
  /** What it is and how it is set up, for the reader of the figures. */
  readonly about: string;
  /** The sizes it is measured with; all of them when absent. */
  readonly sizes?: readonly Size[];
  /** Starts what is needed for this upstream. Refused with the reason where the system cannot do it. */
  target(upstream: Upstream): Promise<Result<Target>>;
  /** Ends every process of it. */
  close(): Promise<void>;
}
