import { pathToFileURL } from 'node:url';
import { textOf, member } from './json/exact.ts';
import type { Persona } from './wire/channel.ts';

const CAPABILITIES = {
  roots: { listChanged: true },
  sampling: { context: {}, tools: {} },
  elicitation: { form: {}, url: {} },
  tasks: {
    list: {},
    cancel: {},
    requests: { sampling: { createMessage: {} }, elicitation: { create: {} } },
  },
};

/**
 * A client that can do everything and says the same to the same question. `folder` is its one root: where the
 * server behind it works, which the file server then takes as its only folder.
 */
export function persona(folder: string): Persona {
  const roots = [{ uri: pathToFileURL(folder).href, name: 'the fixture \u{1f6aa}', vendorKey: 9 }];
  const answers: Readonly<Record<string, unknown>> = {
    'roots/list': { roots, _meta: { 'example.org/odd': [1] } },
    'sampling/createMessage': {
      role: 'assistant',
      content: { type: 'text', text: 'Three doors.' },
      model: 'a-model',
      stopReason: 'endTurn',
    },
  };
  return {
    capabilities: JSON.stringify(CAPABILITIES),
    clientInfo: JSON.stringify({ name: 'differential', title: 'Differential test', version: '1.0.0' }),
    respond(method, params) {
      const known = answers[method];
      if (known !== undefined) return JSON.stringify(known);
      if (method !== 'elicitation/create') return '{}';
      const url = textOf(member(params, 'mode')) === 'url';
      return JSON.stringify({ action: 'accept', ...(url ? {} : { content: { name: 'Dora', integer: 3 } }) });
    },
  };
}
