/** How an app puts the name of a tool together, before it looks at how long it is. */
export type NameForm =
  /** The tool's own. */
  | 'tool'
  /** That of the server and the tool's, one after the other. */
  | 'server-and-tool'
  /** `mcp__<server>__<tool>`. */
  | 'mcp-server-tool';

/** What an app does with what is beyond its limit. */
export type Beyond =
  /** The rest is left out, and its model never hears of it. */
  | 'leaves-out'
  /** Nothing works any more until there is less. */
  | 'refuses'
  /** Names are cut, so that two tools may become one. */
  | 'shortens';

/** What a known app can take, as far as that is known. */
export interface AppLimits {
  /** Tools of all servers together. `own`: those that the app brings itself are among them. */
  readonly tools?: { readonly most: number; readonly beyond: Beyond; readonly own?: boolean };
  /** Fewer, in versions before this month. */
  readonly olderTools?: { readonly most: number; readonly before: string };
  /** Characters of a name. */
  readonly name?: { readonly most: number; readonly form: NameForm; readonly beyond: Beyond };
}

/**
 * By the id of the app. Looked up in November 2026; each line names where it was found. An app that is not here has no
 * limit that we know, or copes by itself: Codex, Zed and Roo Code put a hash into names that are too long.
 */
export const appLimits: Readonly<Partial<Record<string, AppLimits>>> = {
  cursor: {
    // https://github.com/Snowflake-Labs/mcp/issues/77 (2025-09-02): it warns above 80, which was 40 before; and
    // https://github.com/getsentry/sentry-mcp-stdio/issues/3 (2025-04-04), quoting
    // https://docs.cursor.com/context/model-context-protocol: only the first 40 are sent.
    tools: { most: 80, beyond: 'leaves-out' },
    olderTools: { most: 40, before: 'September 2025' },
    // https://github.com/ComposioHQ/composio/issues/2788 (2026-02-27): 60 together are filtered out already.
    name: { most: 59, form: 'server-and-tool', beyond: 'leaves-out' },
  },
  // https://code.visualstudio.com/docs/copilot/agents/agent-tools: 128 in one chat request; its own tools count, too:
  // https://github.com/microsoft/vscode/issues/255585 (2025-07-12).
  vscode: { tools: { most: 128, beyond: 'refuses', own: true } },
  'vscode-insiders': { tools: { most: 128, beyond: 'refuses', own: true } },
  // https://docs.windsurf.com/windsurf/cascade/mcp: 100 at any given time.
  windsurf: { tools: { most: 100, beyond: 'leaves-out' } },
  // https://github.com/enuno/unifi-mcp-server/issues/69 (2026-05-01): 50 over all servers.
  antigravity: { tools: { most: 50, beyond: 'refuses' } },
  // https://github.com/malloydata/publisher/pull/543 (2025-12-24): ^[a-zA-Z0-9_-]{1,64}$
  'claude-desktop': { name: { most: 64, form: 'tool', beyond: 'refuses' } },
  // https://github.com/anthropics/claude-code/issues/20643 (2026-01-24): 64 with both prefixes.
  'claude-code': { name: { most: 64, form: 'mcp-server-tool', beyond: 'refuses' } },
  // https://github.com/google-gemini/gemini-cli/blob/main/packages/core/src/tools/mcp-tool.ts: the middle of longer ones
  // is taken out.
  'gemini-cli': { name: { most: 63, form: 'tool', beyond: 'shortens' } },
};
