import { at, textOf } from '../json/exact.ts';
import { projectModule } from '../paths.ts';
import type { Answer } from '../wire/channel.ts';
import { prompt, read, type RealServer, type ScriptedCall, tool } from './real-server.ts';

const TEXT = 'line one\nline two \u2028 \u{1f6aa} "quoted" \\ back\u0000slash';
const DATA = `data:text/plain;base64,${Buffer.from('a little text for gzip').toString('base64')}`;

const ask = (label: string, method: string, params: Record<string, unknown>): ScriptedCall => ({
  label,
  method,
  params,
});

const complete = (
  ref: Record<string, unknown>,
  name: string,
  value: string,
  context?: unknown,
): ScriptedCall =>
  ask(`complete ${name}`, 'completion/complete', {
    ref,
    argument: { name, value },
    ...(context === undefined ? {} : { context }),
  });

const TASK = { task: { ttl: 60_000 } };

/** The id of the task that the call before answered with or was about. */
const sameTask = ({ result }: Answer) => ({
  taskId: textOf(at(result, 'task', 'taskId') ?? at(result, 'taskId')) ?? 'none',
});

const team = { type: 'ref/prompt', name: 'completable-prompt' };
const text = { type: 'ref/resource', uri: 'demo://resource/dynamic/text/{resourceId}' };
const document = 'demo://resource/static/document/features.md';

/** The protocol's own showcase: every feature, questions to the client included. */
export const everything: RealServer = {
  id: 'everything',
  about: '@modelcontextprotocol/server-everything 2026.8.31',
  prepare: () => undefined,
  launch: () => ({
    command: process.execPath,
    args: [projectModule('@modelcontextprotocol/server-everything/dist/index.js')],
  }),
  calls: () => [
    tool('echo', { message: TEXT }),
    tool('echo', { message: 'x'.repeat(200_000) }, { label: 'echo of 200 kB' }),
    tool('echo', {}, { label: 'echo without its argument' }),
    tool('get-annotated-message', { messageType: 'error', includeImage: true }),
    tool('get-resource-links', { count: 4 }),
    tool('get-resource-reference', { resourceType: 'Text', resourceId: 3 }),
    tool('get-resource-reference', { resourceType: 'Blob', resourceId: 4 }, { label: 'blob reference' }),
    tool('get-structured-content', { location: 'Chicago' }),
    tool('get-sum', { a: 0.1, b: 1e21 }),
    tool('get-tiny-image'),
    tool('gzip-file-as-resource', { name: 'a.gz', data: DATA, outputType: 'resource' }),
    tool('gzip-file-as-resource', { name: 'b.gz', data: DATA }, { label: 'gzip as a link' }),
    read('demo://resource/session/b.gz'),
    tool('trigger-long-running-operation', { duration: 0.3, steps: 3 }, { progressToken: 'steps \u00e9' }),
    tool('get-roots-list'),
    tool('trigger-sampling-request', { prompt: 'How many doors?', maxTokens: 7 }),
    tool('trigger-elicitation-request'),
    tool('trigger-url-elicitation', { url: 'https://example.org/doors?a=1&b=%20', elicitationId: 'e-1' }),
    tool(
      'trigger-url-elicitation',
      { url: 'https://example.org/doors', elicitationId: 'e-2', errorPath: true },
      { label: 'url elicitation by error -32042' },
    ),
    tool('no-such-tool', {}, { single: true }),
    prompt('simple-prompt'),
    prompt('args-prompt', { city: 'Z\u00fcrich', state: 'ZH' }),
    prompt('args-prompt', {}, { label: 'prompt without its argument' }),
    prompt('resource-prompt', { resourceType: 'Text', resourceId: '2' }),
    prompt('no-such-prompt', {}, { single: true }),
    read(document),
    read('demo://resource/dynamic/text/7'),
    read('demo://resource/dynamic/blob/8'),
    read('demo://resource/nowhere', { single: true }),
    complete(team, 'department', 'E'),
    complete(team, 'name', 'A', { arguments: { department: 'Engineering' } }),
    complete(text, 'resourceId', '1'),
    ask('subscribe', 'resources/subscribe', { uri: document }),
    ask('unsubscribe', 'resources/unsubscribe', { uri: document }),
    ask('setLevel', 'logging/setLevel', { level: 'error' }),
    {
      label: 'a call as a task',
      method: 'tools/call',
      params: { name: 'simulate-research-query', arguments: { topic: 'doors' }, ...TASK },
    },
    { label: 'its state', method: 'tasks/get', params: sameTask },
    { label: 'its result', method: 'tasks/result', params: sameTask },
    {
      label: 'another task',
      method: 'tools/call',
      params: { name: 'simulate-research-query', arguments: { topic: 'keys' }, ...TASK },
    },
    { label: 'its end', method: 'tasks/cancel', params: sameTask },
    { label: 'ping', method: 'ping' },
    { label: 'unknown method', method: 'vendor/unknown', params: { a: 1 }, single: true },
  ],
  normalise: ['time stamps', 'local time of day', 'encoded time of day', 'random id'],
};
