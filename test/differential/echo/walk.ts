import { at, type Json, member, readable, textOf } from '../json/exact.ts';
import { quiet, readLists, type Lists } from '../record.ts';
import type { Answer, Channel, Heard, Persona } from '../wire/channel.ts';
import type { Era } from './core.ts';
import { ODD, withFirst } from './odd.ts';
import { type ByteCall, SCRIPT } from './script.ts';

/** A client whose capabilities, name and answers are odd too. */
export const ODD_PERSONA: Persona = {
  capabilities: `{"sampling":{},"elicitation":{"form":{},"url":{}},"roots":{"listChanged":true},"experimental":{"example.org/odd":${ODD}},"unknown":1e400}`,
  clientInfo: `{"name":"odd \\u00e9","version":"1.0","vendorInfo":${ODD}}`,
  respond: () =>
    `{"role":"assistant","content":{"type":"text","text":"\\u00e9","unknown":${ODD}},"model":"m","unknown":${ODD}}`,
  logLevel: 'debug',
};

/** What a walk through the script gave. */
export interface Walked {
  readonly hello: Json;
  readonly lists: Lists;
  readonly answers: ReadonlyMap<ByteCall, Answer>;
  readonly heard: readonly Heard[];
}

/**
 * One request, and in the stateless era the rounds that it takes: a question in the result is answered as a
 * request of a server would be, and counts as heard.
 */
async function converse(
  channel: Channel,
  { method, params, meta, headers }: ByteCall,
  name: string,
  era: Era,
  heard: Heard[],
): Promise<Answer> {
  const extra = {
    ...(meta === undefined ? {} : { meta }),
    ...(headers === undefined || era === 'session' ? {} : { headers }),
  };
  const text = params(name);
  const first = await channel.request(method, text, extra);
  if (textOf(member(first.result, 'resultType')) !== 'input_required') return first;
  const questions = at(first.result, 'inputRequests')?.members ?? [];
  const responses = questions.map(([key, question]) => {
    const asked = textOf(member(question, 'method')) ?? '';
    heard.push({ kind: 'request', method: asked, params: member(question, 'params') });
    return `${readable(key)}:${ODD_PERSONA.respond(asked, member(question, 'params'))}`;
  });
  const state = readable(at(first.result, 'requestState')?.raw ?? 'null');
  const retry = withFirst(text, `"inputResponses":{${responses.join(',')}},"requestState":${state}`);
  return channel.request(method, retry, extra);
}

/** Which calls of the script make sense between these two. */
export const scriptFor = (client: Era, server: Era, aggregate: boolean): ByteCall[] =>
  SCRIPT.filter(
    (call) =>
      !(call.sessionOnly === true && (client === 'stateless' || server === 'stateless')) &&
      !(call.single === true && aggregate),
  );

/** Makes the calls, each under the name that the endpoint has for it. */
export async function performAll(
  channel: Channel,
  calls: readonly ByteCall[],
  era: Era,
  heard: Heard[],
  exposed: (call: ByteCall) => string = ({ name }) => name,
): Promise<Map<ByteCall, Answer>> {
  const answers = new Map<ByteCall, Answer>();
  for (const call of calls) answers.set(call, await converse(channel, call, exposed(call), era, heard));
  return answers;
}

/** What a client does at first: the log level of its session, and a notification of its own. */
export async function begin(channel: Channel, era: Era): Promise<void> {
  if (era === 'stateless') return;
  await channel.request('logging/setLevel', '{"level":"debug"}');
  await channel.notify('notifications/example.org/odd', ODD);
}

/** Handshake, lists, script. */
export async function walk(channel: Channel, client: Era, server: Era): Promise<Walked> {
  const asked: Heard[] = [];
  await begin(channel, client);
  const lists = await readLists(channel);
  const answers = await performAll(channel, scriptFor(client, server, false), client, asked);
  await quiet(channel);
  return { hello: channel.hello, lists, answers, heard: [...channel.heard, ...asked] };
}
