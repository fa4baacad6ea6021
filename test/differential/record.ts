import { setTimeout as pause } from 'node:timers/promises';
import { at, type Json, readable } from './json/exact.ts';
import type { ScriptedCall } from './servers/real-server.ts';
import type { Answer, Channel, Heard } from './wire/channel.ts';

/** The four lists of the protocol: method, and the member that holds the items. */
export const LISTS = {
  tools: ['tools/list', 'tools'],
  prompts: ['prompts/list', 'prompts'],
  resources: ['resources/list', 'resources'],
  templates: ['resources/templates/list', 'resourceTemplates'],
} as const;

export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** The answers to a list request: every page, or the one refusal. */
export type Lists = Readonly<Record<ListName, readonly Answer[]>>;

export interface RecordedCall {
  readonly call: ScriptedCall;
  readonly answer: Answer;
}

/** Everything that one way to a server gave. */
export interface Recording {
  readonly hello: Json;
  readonly before: Lists;
  readonly calls: readonly RecordedCall[];
  readonly after: Lists;
  readonly heard: readonly Heard[];
}

const MAX_PAGES = 50;
const QUIET_MS = 400;
const QUIET_LIMIT_MS = 10_000;

/** Waits until nothing more comes by itself: servers go on with their start after the handshake. */
export async function quiet(channel: Channel): Promise<void> {
  const limit = Date.now() + QUIET_LIMIT_MS;
  let before = -1;
  while (before !== channel.heard.length && Date.now() < limit) {
    before = channel.heard.length;
    await pause(QUIET_MS);
  }
}

async function pages(channel: Channel, list: ListName): Promise<Answer[]> {
  const all: Answer[] = [];
  let cursor: string | undefined;
  do {
    const params = cursor === undefined ? undefined : `{"cursor":${cursor}}`;
    const answer = await channel.request(LISTS[list][0], params);
    all.push(answer);
    const next = at(answer.result, 'nextCursor')?.raw;
    cursor = next === undefined ? undefined : readable(next);
  } while (cursor !== undefined && all.length < MAX_PAGES);
  return all;
}

/** Reads every page of every list. */
export async function readLists(channel: Channel): Promise<Lists> {
  return {
    tools: await pages(channel, 'tools'),
    prompts: await pages(channel, 'prompts'),
    resources: await pages(channel, 'resources'),
    templates: await pages(channel, 'templates'),
  };
}

/** The items of a list, from all of its pages. */
export const itemsOf = (answers: readonly Answer[], list: ListName): Json[] =>
  answers.flatMap(({ result }) => at(result, LISTS[list][1])?.items ?? []);

const NONE: Answer = { result: undefined, error: undefined };

/** Walks through the script; `rename` says how the endpoint calls what a call is about. */
export async function perform(
  channel: Channel,
  script: readonly ScriptedCall[],
  rename: (call: ScriptedCall) => ScriptedCall = (call) => call,
): Promise<RecordedCall[]> {
  const calls: RecordedCall[] = [];
  for (const call of script) {
    const { method, params, progressToken } = rename(call);
    const meta = progressToken === undefined ? undefined : `"progressToken":${JSON.stringify(progressToken)}`;
    const given = typeof params === 'function' ? params(calls.at(-1)?.answer ?? NONE) : params;
    const text = given === undefined ? undefined : JSON.stringify(given);
    const answer = await channel.request(method, text, meta === undefined ? {} : { meta });
    calls.push({ call, answer });
  }
  return calls;
}

/** Reads the lists, walks through the script, and reads the lists once more. */
export async function record(channel: Channel, script: readonly ScriptedCall[]): Promise<Recording> {
  await quiet(channel);
  const before = await readLists(channel);
  const calls = await perform(channel, script);
  await quiet(channel);
  const after = await readLists(channel);
  return { hello: channel.hello, before, calls, after, heard: [...channel.heard] };
}
