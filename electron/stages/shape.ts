import type { Shape } from '../context/shaping/contract.ts';
import type { Giving } from '../context/reading/given-texts.ts';
import type { Call, Refusal } from '../relay/call.ts';
import { bytesAt, type Span, stringAt } from '../relay/framing/json-scan.ts';
import { applySplices } from '../relay/framing/splice.ts';
import type { Message } from '../relay/message.ts';
import { isRefusal, type ResultVerdict, type Stage } from '../relay/pipeline.ts';
import type { Shaping } from '../../shared/model/shaping.ts';

export interface ShapePorts {
  /** How answers of a tool are made smaller; undefined: they stay as they are. Asked for every answer. */
  readonly shaping: (server: string, tool: string) => Shaping | undefined;
  /** What makes them smaller; later where it has to be loaded first, and then it never rejects. */
  readonly shape: () => Shape | Promise<Shape>;
  /** Whether the approved tool declares an output schema; also where nobody knows. */
  readonly hasOutputSchema: (server: string, tool: string) => boolean;
  /** What the AI app was given before, and what counts as given of this answer. */
  readonly giving: (call: Call) => Giving;
  /**
   * Looks once more, as at the answer that came: what was markup is text now. Answers `whole` itself where it may go on
   * as it is.
   */
  readonly look: (call: Call, came: Message, whole: Message) => Promise<Message | Refusal>;
  /** The result (JSON) cut at the budget; undefined where it stays whole. `noted`: its last text says what was done. */
  readonly cut: (call: Call, result: Buffer, budget: number, noted: boolean) => Buffer | undefined;
  readonly rescan: (bytes: Buffer) => Message;
  /** Hears of every answer that was made smaller: its result before and after. */
  readonly shaped: (call: Call, before: Buffer, after: Buffer) => void;
  /** Hears of an answer that could not be made smaller. */
  readonly fault: (error: unknown) => void;
}

/**
 * Makes answers of tools smaller, after everybody has looked at them as they came. What was decoded on the way is looked
 * at again before it goes on: attacks 6, 10 and 20 with a text that only its conversion puts together. Last of all it is
 * cut at the budget. Where shaping fails the answer goes as it passed the checks; where the second look fails it does not.
 */
export function shape(ports: ShapePorts): Stage {
  /** The response with another result. */
  const put = (response: Message, span: Span, result: Buffer): Message =>
    ports.rescan(applySplices(response.bytes, [{ span, bytes: result }]));

  /** `came` passed the checks, `whole` was made of it, and `looked` is what the second look left of that. */
  const finish = (
    call: Call,
    { came, whole, looked }: { readonly came: Message; readonly whole: Message; readonly looked: Message },
    budget: number | undefined,
    giving: Giving,
  ): Message => {
    const [from, to] = [came.resultSpan, looked.resultSpan];
    if (from === undefined || to === undefined) return looked;
    const result = bytesAt(looked.bytes, to);
    const cut = budget === undefined ? undefined : ports.cut(call, result, budget, whole !== came);
    // Only what goes out as it was shaped has been given.
    if (cut === undefined && looked === whole && !call.cancelled) giving.given();
    if (cut !== undefined || looked !== came) {
      const before = bytesAt(came.bytes, from);
      const after = cut ?? result;
      call.shaped = { from: before.length, to: after.length };
      ports.shaped(call, before, after);
    }
    return cut === undefined ? looked : put(looked, to, cut);
  };

  const shaped = (
    call: Call,
    came: Message,
    span: Span,
    shaping: Shaping,
    shapeAnswer: Shape,
  ): Message | Promise<Message | Refusal> => {
    const server = call.server?.id ?? '';
    const giving = ports.giving(call);
    let whole = came;
    let decoded = false;
    try {
      const { bytes, params } = call.message;
      const made = shapeAnswer({
        result: bytesAt(came.bytes, span),
        shaping,
        // As the AI app knows it.
        tool: stringAt(bytes, params?.get('name')) ?? call.name,
        seen: giving.seen,
        hasOutputSchema: ports.hasOutputSchema(server, call.name),
      });
      if (made !== undefined) {
        whole = put(came, span, made.result);
        decoded = made.decoded;
      }
    } catch (error) {
      ports.fault(error);
    }
    const { budget } = shaping;
    if (!decoded) return finish(call, { came, whole, looked: whole }, budget, giving);
    return ports
      .look(call, came, whole)
      .then((looked) => (isRefusal(looked) ? looked : finish(call, { came, whole, looked }, budget, giving)));
  };

  return {
    name: 'shape',
    request: () => undefined,
    result(call, came): ResultVerdict {
      const shaping = ports.shaping(call.server?.id ?? '', call.name);
      const span = came.resultSpan;
      if (shaping === undefined || span === undefined) return undefined;
      if (call.direction !== 'client' || call.message.method !== 'tools/call') return undefined;
      const shapeAnswer = ports.shape();
      return shapeAnswer instanceof Promise
        ? shapeAnswer.then((loaded) => shaped(call, came, span, shaping, loaded))
        : shaped(call, came, span, shaping, shapeAnswer);
    },
  };
}
