import { ODD } from './odd.ts';

const SERVER_INFO = `{"name":"echo","title":"Echo \\u00e9","version":"1.0.0","vendorInfo":${ODD}}`;
const CAPABILITIES = `{"tools":{"listChanged":true,"vendor":1e400},"prompts":{},"resources":{"subscribe":true},"logging":{},"completions":{},"experimental":{"example.org/odd":${ODD}},"vendor":${ODD}}`;
const INSTRUCTIONS = '"Say it \\u0061gain, \\"byte for byte\\" 🚪"';

/** Result of `initialize`. */
export const INITIALIZED = `{"protocolVersion":"2025-11-25","capabilities":${CAPABILITIES},"serverInfo":${SERVER_INFO},"instructions":${INSTRUCTIONS},"_meta":{"example.org/hello":9007199254740993},"unknown":${ODD}}`;

/** Result of `server/discover`. */
export const DISCOVERED = `{"resultType":"complete","supportedVersions":["2026-07-28"],"capabilities":${CAPABILITIES},"instructions":${INSTRUCTIONS},"_meta":{"io.modelcontextprotocol/serverInfo":${SERVER_INFO}},"ttlMs":0,"cacheScope":"private"}`;

const schema = (properties: string): string =>
  `{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{${properties}},"$defs":{"__proto__":{"const":9007199254740993},"odd":{"const":1e400}},"unknown":${ODD}}`;

const tool = (name: string, more = ''): string =>
  `{"name":${JSON.stringify(name)},"inputSchema":${schema('')},"_meta":{"ui":{"resourceUri":"ui://echo/door"},"odd":${ODD}},"icons":[{"src":"data:,x","sizes":["1x1"]}],"annotations":{"readOnlyHint":true,"vendorHint":1.0},"execution":{"taskSupport":"forbidden"},"unknown":${ODD}${more}}`;

const HEADER_TOOL = `{"name":"header","inputSchema":${schema('"region":{"type":"string","x-mcp-header":"Region"},"count":{"type":"integer","x-mcp-header":"Count"}')},"unknown":${ODD}}`;

/** A name that is too long for `/mcp`, and others that are unusual there. */
export const LONG_NAME = `a-long-name-${'0123456789'.repeat(6)}`;
export const ODD_NAMES = [LONG_NAME, 'dots.and.dots', '__proto__', 'constructor', 'x_h0123456789'];

const FIRST_TOOLS = ['echo', 'fail', 'notify', 'ask', 'spaced', 'hello', 'noticed'].map((name) => tool(name));
const MORE_TOOLS = [HEADER_TOOL, ...ODD_NAMES.map((name) => tool(name, ',"title":"odd\\u0020name"'))];

const RESOURCES = [
  `{"uri":"echo://shared/door","name":"door","size":9007199254740993,"annotations":{"priority":1.0},"unknown":${ODD}}`,
  `{"uri":"echo://shared/__proto__","name":"__proto__","_meta":${ODD}}`,
];
const TEMPLATES = [`{"uriTemplate":"echo://shared/{+name}","name":"any","unknown":${ODD}}`];
const PROMPTS = [
  `{"name":"say","arguments":[{"name":"constructor","required":false,"unknown":${ODD}}],"unknown":${ODD}}`,
];

const CURSOR = '"p\\u0061ge 2/é \\"🚪\\""';

/** What a list request gets: the members of its result, without those that only a later revision has. */
export function listMembers(method: string, hasCursor: boolean): string | undefined {
  switch (method) {
    case 'tools/list':
      return hasCursor
        ? `"tools":[${MORE_TOOLS.join(' , ')}],"_meta":${ODD}`
        : `"tools":[${FIRST_TOOLS.join(',')}],"nextCursor":${CURSOR},"unknown":${ODD}`;
    case 'prompts/list':
      return `"prompts":[${PROMPTS.join(',')}],"unknown":1e400`;
    case 'resources/list':
      return `"resources":[ ${RESOURCES.join(',\t')} ]`;
    case 'resources/templates/list':
      return `"resourceTemplates":[${TEMPLATES.join(',')}],"unknown":${ODD}`;
    default:
      return undefined;
  }
}
