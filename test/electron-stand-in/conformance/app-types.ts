/** What the page of the `basic` app has from its preload script. */
export type Bridge = Record<string, (...args: unknown[]) => Promise<unknown>> & {
  readonly facts: Record<string, unknown>;
  readonly nested: { readonly list: readonly unknown[]; readonly make: () => (n: number) => number };
};

/** What the main module of the `basic` app keeps for the specs. */
export interface Policy {
  permissions: string[];
  allowed: string[];
  asked: string[];
  requests: string[];
  navigations: [string, string][];
  opened: string[];
}
