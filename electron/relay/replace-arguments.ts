import { canonicalForm } from '../catalog/pins/canonical.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Call } from './call.ts';
import { bytesAt, skipSpace } from './framing/json-scan.ts';
import { onOneLine, setMember, type Splice } from './framing/splice.ts';

const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/** As large as a whole message may be. */
const MAX_BYTES = 4 * 1024 * 1024;
const TAKES_ARGUMENTS = new Set(['tools/call', 'prompts/get']);

/** The arguments of a call as they will be sent; undefined when it has none. */
export function argumentsOf(call: Pick<Call, 'edited' | 'message'>): Buffer | undefined {
  if (call.edited !== undefined) return call.edited;
  const { bytes, params } = call.message;
  const span = params?.get('arguments');
  return span && bytesAt(bytes, span);
}

/**
 * Puts other arguments in the place of the client's: `json` is one JSON object, read in one way only (no key twice,
 * nested at most 64 deep). From then on it is these bytes that `argumentsOf` answers, that the log digests and that
 * the server gets. Whoever judged the old ones judges anew. Done again, the newest counts. Fails with a sentence, and
 * changes nothing, when the arguments cannot be sent as they are (approval prompts 8, 13: bound is what is sent).
 */
export function replaceArguments(call: Call, json: Buffer): Result<void> {
  const { message } = call;
  if (call.direction !== 'client' || !TAKES_ARGUMENTS.has(message.method))
    return fail('refused', 'Only the arguments of a tool or a prompt can be changed.');
  if (json.length > MAX_BYTES) return fail('refused', 'The arguments are larger than a message may be.');
  const form = canonicalForm(json);
  if (!form.ok) return fail('refused', `The arguments cannot be sent: ${form.message}.`);
  if (json[skipSpace(json, 0)] !== OPEN_OBJECT) return fail('refused', 'The arguments must be an object.');
  const edited = onOneLine(Buffer.from(json));
  const splice = spliceFor(call, edited);
  const { start, end } = splice.span;
  const others = call.rewrites.filter(({ span }) => span.start !== start || span.end !== end);
  call.rewrites = [...others, splice];
  call.edited = edited;
  return ok(undefined);
}

function spliceFor({ message }: Call, edited: Buffer): Splice {
  const { bytes, params, paramsSpan } = message;
  if (params !== undefined && paramsSpan !== undefined)
    return setMember(paramsSpan, params, 'arguments', edited);
  const at = bytes.lastIndexOf(CLOSE_OBJECT);
  const parts = [Buffer.from(',"params":{"arguments":'), edited, Buffer.from('}')];
  return { span: { start: at, end: at }, bytes: Buffer.concat(parts) };
}
