import { expect, test } from 'vitest';
import { withoutSmuggled } from '../../../electron/relay/plain-notices.ts';
import { aMessage } from '../../fixtures/relay-kit.ts';

const MARK = 'io.modelcontextprotocol/subscriptionId';
const plain = (value: unknown, marked: boolean): unknown =>
  JSON.parse(withoutSmuggled(aMessage(value), marked).bytes.toString());
const change = { jsonrpc: '2.0', method: 'notifications/tools/list_changed' };
const marked = { ...change, params: { _meta: { [MARK]: 'mine' } } };

test.each([
  { ...change, params: { note: 'x' } },
  { ...change, params: { _meta: { x: 1 } } },
  { ...change, params: { _meta: 'x' } },
  { ...change, params: { _meta: {}, note: 1 } },
  { ...change, note: 'x' },
  { ...change, params: {}, note: 'x' },
  marked,
])('a change that says more is told as a change: %j', (notice) => {
  expect(plain(notice, false)).toEqual(change);
});

test.each([
  { ...change, params: { _meta: { [MARK]: 'mine' }, note: 'x' } },
  { ...change, params: { _meta: { [MARK]: 'mine', x: 1 } } },
  { ...marked, note: 'x' },
])('on a listen stream it keeps the mark, and only that: %j', (notice) => {
  expect(plain(notice, true)).toEqual(marked);
});

test('a change that says nothing more passes byte for byte', () => {
  for (const text of [
    '{ "method":"notifications/tools/list_changed", "jsonrpc":"2.0" }',
    '{"jsonrpc":"2.0","method":"notifications/prompts/list_changed","params":{ }}',
    '{"jsonrpc":"2.0","method":"notifications/resources/list_changed","params":{"_meta":{ }}}',
  ])
    expect(withoutSmuggled(aMessage(text)).bytes.toString()).toBe(text);
  const text = `{"jsonrpc":"2.0","params":{"_meta":{ "${MARK}" : 1.0 }},"method":"notifications/tools/list_changed"}`;
  expect(withoutSmuggled(aMessage(text), true).bytes.toString()).toBe(text);
});

test('other news passes, but for questions of tasks', () => {
  const log = '{"jsonrpc":"2.0","method":"notifications/message","params":{"data":"x","_meta":{"y":1}}}';
  expect(withoutSmuggled(aMessage(log)).bytes.toString()).toBe(log);
  const task = {
    jsonrpc: '2.0',
    method: 'notifications/tasks',
    params: { taskId: 't', inputRequests: { q: {} }, status: 'input_required' },
  };
  expect(plain(task, false)).toEqual({ ...task, params: { taskId: 't', status: 'input_required' } });
});
