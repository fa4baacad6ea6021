import { describe, expect, it } from 'vitest';
import type { RecordedFinding } from '../../../shared/model/finding.ts';
import type { Call } from '../../../electron/relay/call.ts';
import { type Message, rescan } from '../../../electron/relay/message.ts';
import { isRefusal, Pipeline } from '../../../electron/relay/pipeline.ts';
import { inspect, type Inspected } from '../../../electron/stages/inspect.ts';
import { aMessage } from '../../fixtures/relay-kit.ts';

const FOUND: RecordedFinding = { source: 'mask', type: 'x', where: 'arguments', act: 'asked', count: 1 };
const answer = (said: string): Message => aMessage({ jsonrpc: '2.0', id: 1, result: { said } });

/** What a server hears of "raw" where these look at it, one after the other. */
function heard(...given: (((said: string) => Inspected | undefined) | undefined)[]) {
  const faults: string[] = [];
  const stages = given.map((look, n) =>
    inspect({
      name: `look ${n}`,
      inspector: look === undefined ? {} : { given: (_, { bytes }) => look(bytes.toString()) },
      replace: () => ({ ok: true }),
      rescan,
    }),
  );
  const pipeline = new Pipeline(stages, (stage) => faults.push(stage));
  const call = {} as Call;
  const result = pipeline.given(call, answer('raw'));
  return {
    faults,
    findings: call.findings,
    refused: isRefusal(result) ? result.sentence : undefined,
    said: isRefusal(result) ? undefined : result.bytes.toString(),
  };
}

const change =
  (from: string, to: string) =>
  (said: string): Inspected => ({ findings: [], changed: Buffer.from(said.replace(from, to)) });

describe('an answer to a question of a server', () => {
  it('passes where nobody has anything to say', () => {
    expect(heard(undefined, () => undefined).said).toContain('"raw"');
  });

  it('is changed by one after the other', () => {
    expect(heard(change('raw', 'one'), undefined, change('one', 'two')).said).toContain('"two"');
  });

  it.each(['refused', 'ask'] as const)('is kept back where it is %s, for nobody can be asked', (how) => {
    const seen = heard(() => ({ findings: [FOUND], [how]: 'Not this.' }), change('raw', 'never'));
    expect(seen).toMatchObject({ refused: 'Not this.', said: undefined });
    expect(seen.findings).toEqual([{ ...FOUND, act: 'blocked' }]);
  });

  it('is kept back where a look fails', () => {
    const seen = heard(() => {
      throw new Error('broken');
    });
    expect(seen.said).toBeUndefined();
    expect(seen.refused).toContain('"look 0" failed');
    expect(seen.faults).toEqual(['look 0']);
  });
});
