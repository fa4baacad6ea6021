import { expect, it } from 'vitest';
import { lockWithScreen } from '../../../electron/host/vault/vault-lock.ts';
import { createLogger } from '../../../electron/log/logger.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

function kit() {
  const did: string[] = [];
  const logged: string[] = [];
  let screen = (_locked: boolean): void => {};
  let wanted = true;
  let unlocks: Result<void> = ok(undefined);
  lockWithScreen({
    vault: {
      lock: () => void did.push('lock'),
      unlock: () => {
        did.push('unlock');
        return Promise.resolve(unlocks);
      },
    },
    presence: { state: () => 'here', onInput: () => {}, onScreen: (listener) => void (screen = listener) },
    wanted: () => wanted,
    changed: () => void did.push('changed'),
    logger: createLogger({
      sink: { write: (line) => void logged.push(line), close: () => undefined },
      level: () => 'info',
      redact: (text) => text,
      now: () => 0,
    }),
  });
  return {
    did,
    logged,
    screen: (locked: boolean) => screen(locked),
    want: (now: boolean) => void (wanted = now),
    answer: (result: Result<void>) => void (unlocks = result),
  };
}

it('locks the vault with the screen, and opens it with the screen', async () => {
  const { did, screen } = kit();
  screen(true);
  screen(false);
  await Promise.resolve();
  expect(did).toEqual(['lock', 'changed', 'unlock', 'changed']);
});

it('leaves it alone when nobody wants that, and always opens what was locked before', () => {
  const { did, screen, want } = kit();
  want(false);
  screen(true);
  expect(did).toEqual([]);
  screen(false);
  expect(did).toEqual(['unlock']);
});

it('says in the log when the keychain does not give the key back', async () => {
  const { logged, screen, answer } = kit();
  answer(fail('unavailable', 'The keychain is away.'));
  screen(false);
  await Promise.resolve();
  expect(logged.join()).toContain('The keychain is away.');
});
