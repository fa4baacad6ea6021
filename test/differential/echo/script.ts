import { ODD, ODD_LINES } from './odd.ts';
import { ODD_NAMES } from './offer.ts';

/** One request whose every byte is followed. */
export interface ByteCall {
  readonly label: string;
  readonly method: string;
  /** The tool, prompt or URI that it is about, as the server calls it. */
  readonly name: string;
  /** JSON text, with the name or URI as the endpoint calls it. */
  readonly params: (name: string) => string;
  /** Members for `_meta`, JSON text. */
  readonly meta?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Only for clients and servers of the session era. */
  readonly sessionOnly?: boolean;
  /** Only on `/mcp/s/<server>`. */
  readonly single?: boolean;
}

const TRACE = '"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"';
const META = `"example.org/odd":${ODD},${TRACE}`;

const tool = (name: string, args: string, more: Partial<ByteCall> = {}): ByteCall => ({
  label: `tool ${name}`,
  method: 'tools/call',
  name,
  params: (exposed) => `{"name":${JSON.stringify(exposed)}, "arguments":${args} ,"unknown":${ODD}}`,
  ...more,
});

/** What is sent to the echo server, in this order. */
export const SCRIPT: readonly ByteCall[] = [
  tool('echo', ODD, { meta: META, label: 'odd arguments and _meta' }),
  tool('echo', '{}', { label: 'empty arguments' }),
  tool('echo', ODD, {
    meta: `${META} , "progressToken":"t\\u006fken \\"\u00e9\\"","":{}`,
    label: 'a progress token among odd _meta',
  }),
  tool('fail', ODD, { label: 'an error with odd data' }),
  tool('notify', '{}', {
    meta: '"progressToken":"t\\u006fken \\"\u00e9\\""',
    label: 'notifications, text token',
  }),
  tool('notify', '{}', { meta: '"progressToken":9007199254740993', label: 'notifications, number token' }),
  tool('ask', ODD, { label: 'a question to the client' }),
  tool('spaced', ODD_LINES, { label: 'line ends between the tokens' }),
  tool('hello', '{}', { label: 'what the client said in initialize', sessionOnly: true }),
  tool('noticed', '{}', { label: 'a notification of the client', sessionOnly: true, single: true }),
  tool('header', '{"region":"Z\\u00fcrich \u{1f6aa}","count":42}', {
    label: 'arguments in headers',
    headers: {
      'Mcp-Param-Region': `=?base64?${Buffer.from('Z\u00fcrich \u{1f6aa}').toString('base64')}?=`,
      'Mcp-Param-Count': '42',
    },
  }),
  ...ODD_NAMES.map((name) => tool(name, '{"a":1.0}', { label: `tool named ${name.slice(0, 20)}` })),
  {
    label: 'prompt',
    method: 'prompts/get',
    name: 'say',
    params: (name) =>
      `{"name":${JSON.stringify(name)},"arguments":{"constructor":"\\u0041"},"unknown":${ODD}}`,
    meta: META,
  },
  {
    label: 'resource',
    method: 'resources/read',
    name: 'echo://shared/__proto__',
    params: (uri) => `{"unknown":${ODD},"uri":${JSON.stringify(uri)}}`,
  },
  {
    label: 'completion',
    method: 'completion/complete',
    name: 'say',
    params: (name) =>
      `{"ref":{"type":"ref/prompt","unknown":1e400,"name":${JSON.stringify(name)}},"argument":{"name":"constructor","value":"\\u0041"},"context":{"arguments":{"__proto__":"x"}}}`,
  },
  {
    label: 'a method that nobody knows',
    method: 'example.org/echo',
    name: '',
    params: () => ODD,
    meta: META,
    single: true,
  },
];
