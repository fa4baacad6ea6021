import { valuesFor, mirroredParams } from '../catalog/param-headers.ts';
import { eraFor } from '../../shared/model/server.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Call } from '../relay/call.ts';
import { membersOf } from '../relay/framing/json-scan.ts';
import type { Stage } from '../relay/pipeline.ts';
import { HEADER_MISMATCH } from '../relay/replies.ts';
import { encodeHeaderValue } from '../upstream/http/address.ts';

/**
 * `Mcp-Param-*` headers of 2026-07-28. What a client sends must match the body it sends (attack 28, header/body
 * confusion); what goes to a server is made anew from the body, for clients of either era and whatever the tool is
 * called on our side. On `/mcp/s/<server>` with a tool that is not in the catalogue, headers pass as they came.
 * Clients on stdio have no headers; the specification asks none of them.
 */
export function paramHeaders(catalog: Catalog, capabilities: (call: Call) => string): Stage {
  return {
    name: 'param-headers',
    request: (call) => {
      if (call.direction === 'server' || call.message.method !== 'tools/call') return undefined;
      const { server, message } = call;
      if (server === undefined || (call.envelope === undefined && eraFor(server, 'session') !== 'stateless'))
        return undefined;
      const tools = catalog.get(server.id, capabilities(call))?.lists.tools ?? [];
      const tool = tools.find((item) => item.key === call.name);
      const params = tool && mirroredParams(tool);
      if (params === undefined) return undefined;
      if (typeof params === 'string')
        return {
          kind: 'refused',
          sentence: `The tool "${call.name}" is malformed: ${params}. It was not called.`,
        };
      const args = message.params?.get('arguments');
      const values = valuesFor(
        params,
        message.bytes,
        args && membersOf(message.bytes, args) ? args : undefined,
      );
      if (call.envelope !== undefined && call.clientHeaders !== undefined) {
        for (const { header } of params) {
          if (call.clientHeaders[header] === values.get(header)) continue;
          const sentence = `The header ${header} does not match the arguments.`;
          return { kind: 'protocol', code: HEADER_MISMATCH, sentence, httpStatus: 400 };
        }
      }
      const sent: Record<string, string> = {};
      for (const [header, value] of values) sent[header] = encodeHeaderValue(value);
      call.paramHeaders = sent;
      return undefined;
    },
  };
}
