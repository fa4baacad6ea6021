import type { RecordedFinding } from '../../../shared/model/finding.ts';
import type { RoadInspector } from '../../inspection/road-inspector.ts';
import type { Call, Refusal } from '../../relay/call.ts';
import { bytesAt } from '../../relay/framing/json-scan.ts';
import { applySplices } from '../../relay/framing/splice.ts';
import { type Message, rescan } from '../../relay/message.ts';
import { isRefusal } from '../../relay/pipeline.ts';
import { type AskAboutAnswer, inspect, type Inspected } from '../../stages/inspect.ts';
import { bare } from './own-notices.ts';

type Look = (call: Call, came: Message, whole: Message) => Promise<Message | Refusal>;

/**
 * Has everybody look once more at an answer that was decoded, in the order of the road. Answers what goes on: `whole`
 * itself where nobody changed anything.
 */
export function lookAgain(
  inspectors: readonly RoadInspector[],
  askAboutAnswer: AskAboutAnswer | undefined,
): Look {
  const looks = inspectors.flatMap((one) => {
    const inspector = secondLook(one);
    if (inspector === undefined) return [];
    return [inspect({ name: inspector.name, inspector, replace: nothingToReplace, rescan, askAboutAnswer })];
  });
  return async (call, came, whole) => {
    const parts = bare(resultOf(came), resultOf(whole));
    const seen = parts === undefined ? whole : withResult(whole, parts.result);
    let answer = seen;
    for (const look of looks) {
      const verdict = await look.result?.(call, answer);
      if (verdict === undefined) continue;
      if (isRefusal(verdict)) return verdict;
      answer = verdict;
    }
    if (answer === seen) return whole;
    return parts === undefined ? answer : withResult(answer, parts.putBack(resultOf(answer)));
  };
}

/** An answer has no arguments. */
const nothingToReplace = (): { readonly ok: boolean } => ({ ok: false });

function resultOf({ bytes, resultSpan }: Message): Buffer {
  if (resultSpan === undefined) throw new Error('only results are shaped');
  return bytesAt(bytes, resultSpan);
}

const withResult = (response: Message, result: Buffer): Message =>
  response.resultSpan === undefined
    ? response
    : rescan(applySplices(response.bytes, [{ span: response.resultSpan, bytes: result }]));

/**
 * The same inspector for an answer that it has looked at already, in another form. What it finds as it found it before
 * is not recorded twice; what it does about it is done all the same.
 */
function secondLook(inspector: RoadInspector): RoadInspector | undefined {
  const { name, incoming } = inspector;
  if (incoming === undefined) return undefined;
  return {
    name: `${name}, second look`,
    incoming(call, response) {
      const before = new Set((call.findings ?? []).map(keyOf));
      const news = (seen: Inspected | undefined): Inspected | undefined =>
        seen && { ...seen, findings: seen.findings.filter((one) => !before.has(keyOf(one))) };
      const seen = incoming.call(inspector, call, response);
      return seen instanceof Promise ? seen.then(news) : news(seen);
    },
  };
}

const keyOf = ({ source, type, where, act }: RecordedFinding): string =>
  JSON.stringify([source, type, where, act]);
