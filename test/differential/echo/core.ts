import { at, type Json, member, readable, textOf } from '../json/exact.ts';
import { DISCOVERED, INITIALIZED, listMembers } from './offer.ts';
import { ODD, ODD_LINES, withFirst } from './odd.ts';

export type Era = 'session' | 'stateless';

/** The way back for one request. Everything is JSON text. */
export interface Back {
  readonly result: (result: string) => void;
  readonly error: (error: string) => void;
  readonly notify: (method: string, params: string) => void;
  /** Asks the client; the whole `result` or `error` of its answer comes back. */
  readonly ask: (method: string, params: string) => Promise<string>;
  /** The request headers that 2026-07-28 knows; undefined where there are none. */
  readonly headers: string | undefined;
  /** Whether a message may have line ends in it. */
  readonly lines: boolean;
}

/** What one connection has said so far. */
export interface Heard {
  /** Params of `initialize`. */
  hello: string;
  readonly notifications: string[];
}

export const nothingHeard = (): Heard => ({ hello: 'null', notifications: [] });

const raw = (value: Json | undefined): string => (value?.raw === undefined ? 'null' : readable(value.raw));
const METHOD_NOT_FOUND = `{"code":-32601,"message":"Method not found"}`;
const UNSUPPORTED = `{"code":-32022,"message":"Unsupported protocol version","data":{"supported":["2026-07-28"],"requested":"2025-11-25"}}`;
const FAILURE = `{"code":-32050,"message":"It f\\u0061iled \\u00e9🚪","data":${ODD},"vendor":${ODD}}`;
const STATE = '"st\\u0061te \\"opaque\\" é / 1e400"';
const QUESTION = `{"messages":[{"role":"user","content":{"type":"text","text":"\\u00bfWhich?"},"unknown":${ODD}}],"maxTokens":1.00e2,"metadata":${ODD},"unknown":1e400}`;

/** What every answer to a call carries, in the form of the era. */
const complete = (era: Era, members: string): string =>
  era === 'session' ? `{${members}}` : `{"resultType":"complete",${members}}`;

/** `tools/call` of the tool `ask`: a question to the client, and what it said. */
async function ask(era: Era, params: Json | undefined, back: Back): Promise<void> {
  if (era === 'session') {
    const said = await back.ask('sampling/createMessage', QUESTION);
    return back.result(complete(era, `"content":[],"said":${said}`));
  }
  const said = at(params, 'inputResponses', 'the question');
  if (said !== undefined && raw(member(params, 'requestState')) === STATE)
    return back.result(complete(era, `"content":[],"said":${raw(said)}`));
  back.result(
    `{"resultType":"input_required","inputRequests":{"the question":{"method":"sampling/createMessage","params":${QUESTION}}},"requestState":${STATE}}`,
  );
}

function notifyAll(params: Json | undefined, back: Back): void {
  const token = at(params, '_meta', 'progressToken');
  for (const progress of token === undefined ? [] : ['0.10', '9007199254740993', '1e400'])
    back.notify(
      'notifications/progress',
      withFirst(ODD, `"progressToken":${raw(token)},"progress":${progress}`),
    );
  back.notify(
    'notifications/message',
    `{"level":"info","logger":"\\u0065cho","data":${ODD},"unknown":${ODD}}`,
  );
  back.notify('notifications/example.org/odd', ODD);
}

async function call(era: Era, params: Json | undefined, heard: Heard, back: Back): Promise<void> {
  const got = `"content":[],"got":${raw(params)}`;
  switch (textOf(member(params, 'name'))) {
    case 'fail':
      return back.error(FAILURE);
    case 'notify':
      notifyAll(params, back);
      return back.result(complete(era, `"content":[],"odd":${ODD}`));
    case 'ask':
      return ask(era, params, back);
    case 'spaced':
      return back.result(complete(era, `${got} ,\t"odd" : ${back.lines ? ODD_LINES : ODD} `));
    case 'hello':
      return back.result(complete(era, `"content":[],"hello":${heard.hello}`));
    case 'noticed':
      return back.result(complete(era, `"content":[],"noticed":[${heard.notifications.join(',')}]`));
    case 'header':
      return back.result(complete(era, `${got},"headers":${back.headers ?? 'null'}`));
    default:
      return back.result(
        complete(
          era,
          `${got},"structuredContent":${ODD},"isError":false,"_meta":{"example.org/odd":${ODD}},"unknown":1e400`,
        ),
      );
  }
}

/** Answers one request: what came in goes back as the bytes it came as, with odd JSON around it. */
export async function answer(era: Era, request: Json, heard: Heard, back: Back): Promise<void> {
  const method = textOf(member(request, 'method')) ?? '';
  const params = member(request, 'params');
  const list = listMembers(method, member(params, 'cursor') !== undefined);
  if (list !== undefined)
    return back.result(complete(era, era === 'session' ? list : `${list},"ttlMs":0,"cacheScope":"private"`));
  switch (method) {
    case 'initialize':
      if (era === 'stateless') return back.error(UNSUPPORTED);
      heard.hello = raw(params);
      return back.result(INITIALIZED);
    case 'server/discover':
      return era === 'session' ? back.error(METHOD_NOT_FOUND) : back.result(DISCOVERED);
    case 'tools/call':
      return call(era, params, heard, back);
    case 'prompts/get':
      return back.result(complete(era, `"messages":[],"got":${raw(params)},"unknown":${ODD}`));
    case 'resources/read': {
      const cache = era === 'session' ? '' : ',"ttlMs":0,"cacheScope":"private"';
      return back.result(complete(era, `"contents":[],"got":${raw(params)},"unknown":${ODD}${cache}`));
    }
    case 'completion/complete':
      return back.result(complete(era, `"completion":{"values":[],"total":1e400},"got":${raw(params)}`));
    case 'example.org/echo':
      return back.result(complete(era, `"got":${raw(params)}`));
    case 'ping':
    case 'logging/setLevel':
      return era === 'session' ? back.result('{}') : back.error(METHOD_NOT_FOUND);
    default:
      return back.error(METHOD_NOT_FOUND);
  }
}
