import { expect, test } from 'vitest';
import { Catalog, REVIEWED } from '../../../electron/catalog/catalog.ts';
import { trusting } from '../../fixtures/trusting.ts';
import { readItem, type Snapshot } from '../../../electron/catalog/snapshot.ts';

const snapshot = (name: string): Snapshot => {
  const item = readItem('tools', Buffer.from(JSON.stringify({ name, inputSchema: {} })));
  if (typeof item === 'string') throw new Error(item);
  return {
    hello: Buffer.from('{}'),
    lists: { tools: [item], prompts: [], resources: [], templates: [] },
    at: 0,
  };
};

/** A store in memory. */
function memory(kept: Map<string, Snapshot>) {
  return {
    load: () => new Map(kept),
    save: (_server: string, capabilities: string, one: Snapshot) => void kept.set(capabilities, one),
    remove: (_server: string, capabilities?: string) =>
      capabilities === undefined ? kept.clear() : void kept.delete(capabilities),
  };
}

test('an app that varies its capabilities fills neither memory nor disk; what was reviewed stays', () => {
  const kept = new Map<string, Snapshot>();
  const catalog = new Catalog(memory(kept), trusting);
  catalog.put('alpha', REVIEWED, snapshot('reviewed'));
  for (let i = 0; i < 100; i++) catalog.put('alpha', `set${i}`, snapshot(`t${i}`));
  expect(kept.size).toBe(16);
  expect([...kept.keys()]).toEqual([REVIEWED, ...Array.from({ length: 15 }, (_, i) => `set${85 + i}`)]);
  expect(catalog.has('alpha', 'set84')).toBe(false);
  expect(catalog.get('alpha', 'set84')?.lists.tools[0]?.key).toBe('reviewed');
  catalog.forget('alpha');
  expect(kept.size).toBe(0);
});

test('a store that holds too many is cut down when it is read', () => {
  const kept = new Map<string, Snapshot>([[REVIEWED, snapshot('r')]]);
  for (let i = 0; i < 40; i++) kept.set(`set${i}`, snapshot('t'));
  const catalog = new Catalog(memory(kept), trusting);
  expect(catalog.has('alpha', 'set39')).toBe(true);
  expect(kept.size).toBe(16);
  expect(kept.has(REVIEWED)).toBe(true);
});
