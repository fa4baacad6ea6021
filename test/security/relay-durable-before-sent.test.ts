import { expect, test } from 'vitest';
import type { LegRecord } from '../../shared/model/log.ts';
import { Pipeline, type Stage } from '../../electron/relay/pipeline.ts';
import type { Call, Refusal } from '../../electron/relay/call.ts';
import { anOpenSession, aRelay, settle } from '../fixtures/relay-kit.ts';

test('no byte of a call reaches the server before its row is on disk', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  kit.audit.hold = true;
  const call = session.call(1, 'a', { x: 1 });
  await settle();
  expect(kit.server('alpha').now.all('tools/call')).toEqual([]);
  kit.audit.release();
  await settle();
  expect(kit.server('alpha').now.all('tools/call').length).toBe(1);
  const row = kit.audit.rows.at(-1) as LegRecord;
  expect(row).toMatchObject({
    leg: 'sent',
    server: 'alpha',
    clientId: 'one',
    method: 'tools/call',
    name: 'a',
  });
  expect(row.argsDigest).toMatch(/^[0-9a-f]{64}$/);
  expect(call.answers).toEqual([]);
});

test('when the log cannot be written the call is refused and nothing is sent', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  kit.audit.error = new Error('The log cannot be written: the disk is full.');
  const call = session.call(1, 'a');
  const read = session.request({ jsonrpc: '2.0', id: 2, method: 'resources/read', params: { uri: 'x:' } });
  await settle();
  expect(kit.server('alpha').now.received.filter((sent) => /call|read/.test(sent.method ?? ''))).toEqual([]);
  expect(call.result).toMatchObject({ isError: true });
  expect(JSON.stringify(call.result)).toContain('the disk is full');
  expect(read.error.code).toBe(4030);
});

test('a question of a server reaches no client before its row is on disk', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha', capabilities: { elicitation: {} } });
  kit.audit.hold = true;
  const params = { message: '?', requestedSchema: { type: 'object', properties: {} } };
  kit.server('alpha').now.say({ jsonrpc: '2.0', id: 'q', method: 'elicitation/create', params });
  await settle();
  expect(session.sent).toEqual([]);
  kit.audit.error = new Error('The log is full.');
  kit.audit.release();
  await settle();
  expect(session.sent).toEqual([]);
  expect(kit.server('alpha').now.replies.map((reply) => reply.raw)).toEqual([
    '{"jsonrpc":"2.0","id":"q","error":{"code":4030,"message":"The log is full."}}',
  ]);
});

test('a server that is blocked, or a client that is removed, while the row is written gets nothing', async () => {
  for (const undo of ['server', 'client']) {
    const kit = aRelay();
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    kit.audit.hold = true;
    const call = session.call(1, 'a');
    await settle();
    if (undo === 'server') kit.hidden.add('alpha');
    else kit.unknownClients.add('one');
    kit.audit.release();
    await settle();
    expect(kit.server('alpha').now.all('tools/call')).toEqual([]);
    expect(call.result).toMatchObject({ isError: true });
    expect(kit.audit.legs('tools/call')).toEqual(['sent', 'refused']);
  }
});

test('a server that is blocked while a call waits for a place gets nothing of it', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const calls = Array.from({ length: 65 }, (_, i) => session.call(i, 'a'));
  await settle();
  kit.hidden.add('alpha');
  kit.server('alpha').now.answerTo(kit.server('alpha').now.all('tools/call')[0]!, {});
  await settle();
  expect(kit.server('alpha').now.all('tools/call').length).toBe(64);
  expect(calls[64]?.result).toMatchObject({ isError: true });
});

test('a blocked server asks nobody', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha', capabilities: { sampling: {} } });
  kit.hidden.add('alpha');
  kit.server('alpha').now.say({ jsonrpc: '2.0', id: 1, method: 'sampling/createMessage', params: {} });
  await settle();
  expect(session.sent).toEqual([]);
  expect(kit.server('alpha').now.replies[0]?.raw).toContain('"code":4030');
});

const pass: Stage = { name: 'pass', request: () => undefined };
const walk = (stages: Stage[]): Promise<{ refusal: Refusal | undefined; faults: string[] }> =>
  new Promise((resolve) => {
    const faults: string[] = [];
    const pipeline = new Pipeline(stages, (stage) => faults.push(stage));
    pipeline.walk({} as Call, (refusal) => resolve({ refusal, faults }));
  });

test('a stage that throws or rejects refuses the call and is named; later stages are not asked', async () => {
  let asked = false;
  const last: Stage = {
    name: 'last',
    request: () => {
      asked = true;
      return undefined;
    },
  };
  const broken: Stage[] = [
    {
      name: 'thrower',
      request: () => {
        throw new Error('bug');
      },
    },
    { name: 'rejecter', request: () => Promise.reject(new Error('bug')) },
  ];
  for (const stage of broken) {
    const { refusal, faults } = await walk([pass, stage, last]);
    expect(refusal?.sentence).toContain(`"${stage.name}" failed. Nothing was sent`);
    expect(faults).toEqual([stage.name]);
  }
  expect(asked).toBe(false);
});

test('held calls go on after the stage that held them, and only there', async () => {
  const order: string[] = [];
  const stage = (name: string, verdict: () => ReturnType<Stage['request']>): Stage => ({
    name,
    request: () => {
      order.push(name);
      return verdict();
    },
  });
  const { refusal } = await walk([
    stage('a', () => undefined),
    stage('b', () => Promise.resolve(undefined)),
    stage('c', () => undefined),
    stage('d', () => Promise.resolve({ kind: 'refused', sentence: 'no' })),
    stage('e', () => undefined),
  ]);
  expect(order).toEqual(['a', 'b', 'c', 'd']);
  expect(refusal).toEqual({ kind: 'refused', sentence: 'no' });
});

test('a recheck that throws refuses', () => {
  const faults: string[] = [];
  const stage: Stage = {
    ...pass,
    recheck: () => {
      throw new Error('bug');
    },
  };
  const refusal = new Pipeline([stage], (name) => faults.push(name)).recheck({} as Call);
  expect(refusal?.kind).toBe('refused');
  expect(faults).toEqual(['pass']);
});
