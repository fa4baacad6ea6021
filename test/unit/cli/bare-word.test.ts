import { describe, expect, it } from 'vitest';
import { bareCommand, bareWords } from '../../../electron/cli/bare-word.ts';
import { commands } from '../../../electron/cli/commands.ts';

describe('a word alone', () => {
  it('shows what there is where a command only looks', () => {
    const alone = Object.fromEntries(bareWords(commands));
    expect(alone).toMatchObject({
      client: 'client list',
      server: 'server list',
      app: 'app list',
      approval: 'approval list',
      rule: 'rule list',
      log: 'log list',
      'log send': 'log send list',
      policy: 'policy show',
      inspection: 'inspection show',
    });
    expect(alone).not.toHaveProperty('guard');
    expect(alone).not.toHaveProperty('operator');
    expect(alone).not.toHaveProperty('registry');
  });

  it('never means a command that changes something or needs a key', () => {
    for (const [, meant] of bareWords(commands)) {
      const command = commands.find(({ name }) => name === meant);
      expect([meant, command?.operator]).toEqual([meant, false]);
      expect(meant).toMatch(/ (list|show)$/);
    }
  });

  it('means nothing for words that begin nothing', () => {
    for (const words of [[], ['toString'], ['log', 'list'], ['log', 'x'], ['__proto__']])
      expect(bareCommand(words, commands), words.join(' ')).toBeUndefined();
  });
});
