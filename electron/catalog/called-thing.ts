import type { Call } from '../relay/call.ts';
import { membersOf, stringAt } from '../relay/framing/json-scan.ts';
import type { ListName } from './snapshot.ts';

/** Something of a server's lists that a call is about, as the server knows it. */
export interface CalledThing {
  readonly kind: 'tool' | 'prompt' | 'template';
  readonly list: ListName;
  readonly key: string;
}

/** The tool, prompt or template that a call is about; undefined for every other message. */
export function calledThing(call: Call): CalledThing | undefined {
  if (call.direction !== 'client') return undefined;
  switch (call.message.method) {
    case 'tools/call':
      return { kind: 'tool', list: 'tools', key: call.name };
    case 'prompts/get':
      return { kind: 'prompt', list: 'prompts', key: call.name };
    case 'completion/complete': {
      const { bytes, params } = call.message;
      const span = params?.get('ref');
      const ref = span && membersOf(bytes, span);
      const uri = stringAt(bytes, ref?.get('uri'));
      // Completions of a plain URI are about a resource, and those are not approved one by one.
      if (uri !== undefined)
        return uri.includes('{')
          ? { kind: 'template', list: 'templates', key: templateOf(call, uri) }
          : undefined;
      const name = stringAt(bytes, ref?.get('name'));
      // On `/mcp` the call has the server's own name by now.
      const key = call.scope.kind === 'aggregate' ? call.name : name;
      return key === undefined ? undefined : { kind: 'prompt', list: 'prompts', key };
    }
    default:
      return undefined;
  }
}

function templateOf(call: Call, uri: string): string {
  return call.scope.kind === 'aggregate' && call.name !== '' ? call.name : uri;
}
