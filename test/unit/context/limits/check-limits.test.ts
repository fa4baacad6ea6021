import { describe, expect, it } from 'vitest';
import { appLimits } from '../../../../electron/context/limits/app-limits.ts';
import { checkLimits } from '../../../../electron/context/limits/check-limits.ts';
import { knownApp } from '../../../../electron/onboarding/apps/known-apps.ts';

const tools = (count: number, entry = 'doorward') =>
  Array.from({ length: count }, (_, i) => ({ entry, name: `files__tool_${i}` }));
const named = (name: string, entry = 'doorward') => ({ entry, name });

describe('limits of AI apps', () => {
  it('are those of apps that Doorward knows', () => {
    for (const id of Object.keys(appLimits)) expect(knownApp(id), id).toBeDefined();
  });

  it('says nothing of what an app can take, of one without a limit, and of one that nobody knows', () => {
    expect(checkLimits('cursor', 'Cursor', tools(40))).toEqual([]);
    expect(checkLimits('vscode', 'VS Code', tools(100))).toEqual([]);
    expect(checkLimits('codex', 'Codex', tools(3000))).toEqual([]);
    expect(checkLimits('constructor', 'Evil', tools(3000))).toEqual([]);
  });

  it('tells what happens to more tools than it can take, and to more than older versions can', () => {
    expect(checkLimits('cursor', 'Cursor', tools(81))).toEqual([
      {
        kind: 'tools',
        most: 80,
        given: 81,
        sentence: 'Cursor reads at most 80 tools; it is given 81 and leaves the rest out.',
      },
    ]);
    expect(checkLimits('cursor', 'Cursor', tools(80))[0]).toMatchObject({ most: 40 });
    expect(checkLimits('cursor', 'Cursor', tools(57))[0]).toMatchObject({
      most: 40,
      sentence: 'Cursor from before September 2025 reads at most 40 tools; it is given 57.',
    });
    expect(checkLimits('windsurf', 'Windsurf', tools(101))[0]).toMatchObject({ most: 100 });
  });

  it('tells before it bites where the own tools of the app count, too', () => {
    expect(checkLimits('vscode', 'VS Code', tools(110))[0]?.sentence).toBe(
      'VS Code takes at most 128 tools, its own among them; it is given 110 here alone.',
    );
    expect(checkLimits('vscode', 'VS Code', tools(129))[0]?.sentence).toContain('refuses to work with more');
  });

  it('puts names together as the app does', () => {
    const of = (length: number) => 'x'.repeat(length);
    expect(checkLimits('cursor', 'Cursor', [named(of(51))])).toEqual([]);
    expect(checkLimits('cursor', 'Cursor', [named(of(52))])[0]).toMatchObject({ kind: 'names', given: 60 });
    expect(checkLimits('claude-code', 'Claude Code', [named(of(49))])).toEqual([]);
    expect(checkLimits('claude-code', 'Claude Code', [named(of(50))])[0]).toMatchObject({ given: 65 });
    expect(checkLimits('claude-desktop', 'Claude Desktop', [named(of(64))])).toEqual([]);
    expect(checkLimits('claude-desktop', 'Claude Desktop', [named(of(65))])[0]).toMatchObject({ given: 65 });
    expect(checkLimits('gemini-cli', 'Gemini CLI', [named(of(64))])[0]?.sentence).toContain('shortens');
  });

  it('never passes a limit of names through the one address, where they have at most 48 characters', () => {
    const longest = [named('x'.repeat(48))];
    for (const id of Object.keys(appLimits)) expect(checkLimits(id, id, longest), id).toEqual([]);
  });

  it('names a few of the tools and counts the others, however many and long they are', () => {
    const many = Array.from({ length: 500 }, (_, i) => named(`${i}${'y'.repeat(4000)}`));
    const [warning] = checkLimits('claude-desktop', 'Claude Desktop', many);
    expect(warning?.sentence.length).toBeLessThan(600);
    expect(warning?.sentence).toContain('and 497 more');
  });
});
