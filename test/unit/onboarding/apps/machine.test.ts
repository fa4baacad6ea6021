import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemAppMachine } from '../../../../electron/host/apps/app-machine.ts';

const machine = systemAppMachine();
let folder: string;
beforeEach(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), 'doorward-git-')))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('knows what git keeps or would take, and takes the worse where git cannot tell', async () => {
  const file = (name: string) => join(folder, name);
  expect(await machine.gitTracks(file('outside.json'))).toBe(false);
  execFileSync('git', ['init', '-q', folder]);
  writeFileSync(file('.gitignore'), 'ignored.json\nforced.json\n');
  for (const name of ['kept.json', 'ignored.json', 'forced.json']) writeFileSync(file(name), '{}');
  execFileSync('git', ['-C', folder, 'add', '-f', 'kept.json', 'forced.json']);
  expect(await machine.gitTracks(file('kept.json'))).toBe(true);
  expect(await machine.gitTracks(file('forced.json'))).toBe(true);
  expect(await machine.gitTracks(file('ignored.json'))).toBe(false);
  expect(await machine.gitTracks(file('new.json'))).toBe(true);
  // What is there and not yet made.
  expect(await machine.gitTracks(file('a/b/new.json'))).toBe(true);
  rmSync(file('.git'), { recursive: true });
  writeFileSync(file('.git'), 'broken');
  expect(await machine.gitTracks(file('ignored.json'))).toBe(true);
});

it('finds a program that runs by its name', async () => {
  expect(await machine.running(['no-such-app'])).toBe(false);
  expect(await machine.running(['no-such-app', 'node'])).toBe(true);
});
