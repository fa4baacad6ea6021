import { afterEach, describe, expect, it } from 'vitest';
import {
  type ContentInspector,
  contentInspector,
} from '../../../../electron/inspection/content/content-inspector.ts';
import { contentThread } from '../../../../electron/inspection/content/worker-link.ts';
import { contentWorkerUrl } from '../../../../electron/inspection/content/worker-location.ts';
import { workerQueue } from '../../../../electron/inspection/content/worker-queue.ts';
import { DEFAULT_PERSONAL } from '../../../../electron/inspection/personal/find-personal.ts';
import { type InspectionAct, presetAct, trial } from '../../../../shared/model/inspection.ts';
import { type Acts, HINT, ORDER, tags, TOKEN } from './support.ts';

const opened: ContentInspector[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

function bench(acts: Acts = {}) {
  const asked: string[] = [];
  const inspector = contentInspector({
    policy: {
      act: (watch, direction, server, client): InspectionAct => {
        asked.push(`${server} ${client}`);
        return acts[watch as keyof Acts] ?? presetAct('guarded', watch, direction, true);
      },
      personal: () => DEFAULT_PERSONAL,
    },
    nonce: () => 'a1b2c3d4',
    redact: (text) => text.replaceAll('hunter2', '[redacted]'),
    now: () => 0,
    worker: workerQueue({ start: contentThread(contentWorkerUrl()) }),
  });
  opened.push(inspector);
  const of = async (text: string, as: 'tool' | 'result' | 'argument') =>
    trial.parse(await inspector.tryText({ text, as, server: 'files', client: 'app' }));
  return { of, asked };
}

describe('a text that a person pasted', () => {
  it('would go on as it is', async () => {
    const { of, asked } = bench();
    expect(await of('Soup, "fish"\n\\cake.', 'result')).toEqual({
      verdict: 'pass',
      said: [[{ key: 'trial.nothing', params: {} }]],
      sentences: ['Nothing was found that counts. It goes on as it is.'],
      findings: [],
      complete: true,
    });
    expect(new Set(asked)).toEqual(new Set(['files app']));
  });

  it('is read as a definition when it is one, each text at its own place', async () => {
    const { of } = bench();
    const tool = { name: 'a', inputSchema: { properties: { x: { enum: ['one', ORDER] } } } };
    const tried = await of(JSON.stringify(tool), 'tool');
    expect(tried).toMatchObject({
      verdict: 'ask',
      findings: [{ source: 'injection', path: '/inputSchema/properties/x/enum/1' }],
    });
    expect(await of('{ "name": "a", "description": "Reads a file." }', 'tool')).toMatchObject({
      verdict: 'pass',
    });
  });

  it('would be asked about, with what was found and what would go on', async () => {
    const { of } = bench();
    expect(await of(`Soup. ${ORDER}`, 'result')).toMatchObject({
      verdict: 'ask',
      sentences: ['It has text in it that gives orders to an AI. You are asked before it goes on.'],
      findings: [{ source: 'injection', where: 'answer', path: '/content/0/text', before: 'Soup. ' }],
      text: expect.stringContaining(`\nSoup. ${ORDER}\n`),
      complete: true,
    });
    const argument = await of(`hunter2 ${TOKEN}`, 'argument');
    expect(argument).toMatchObject({ verdict: 'ask', findings: [{ source: 'secret', where: 'arguments' }] });
    expect(JSON.stringify(argument)).not.toContain('hunter2');
    expect(argument.text).toBeUndefined();
  });

  it('would be cleaned, fenced, masked, noted or blocked', async () => {
    const { of } = bench({ personal: 'mask', secret: 'block' });
    expect(await of(`Soup${tags('so long')}.`, 'result')).toMatchObject({
      verdict: 'mask',
      sentences: [
        'It has text in it that is not shown (invisible tag characters). That is taken out, and the rest goes on.',
      ],
      findings: [{ source: 'hidden' }],
      text: 'Soup.',
    });
    expect((await of(HINT, 'result')).text).toMatch(/^\[Doorward a1b2c3d4: .*\n.*\n.*End of that data/);
    expect(await of('Mail to ann@corp.example.org.', 'argument')).toMatchObject({
      verdict: 'mask',
      text: 'Mail to [email].',
    });
    const blocked = await of(`${TOKEN} of ann@corp.example.org`, 'argument');
    expect(blocked).toMatchObject({
      verdict: 'block',
      sentences: expect.arrayContaining([expect.stringContaining('It does not go on.')]),
    });
    expect(blocked.text).toBeUndefined();
    expect(await bench().of(`It is ${TOKEN}.`, 'result')).toMatchObject({ verdict: 'note' });
  });

  it('as a definition of a tool would be put on hold', async () => {
    const { of } = bench();
    expect(await of(`Adds numbers. ${ORDER}`, 'tool')).toMatchObject({
      verdict: 'ask',
      sentences: [expect.stringContaining('on hold')],
      findings: [{ path: '/description', source: 'injection' }],
    });
    expect(await of('Adds numbers.', 'tool')).toMatchObject({ verdict: 'pass', findings: [] });
  });

  it('that is as long as may be is looked at as any other', async () => {
    const { of } = bench();
    const long = 'Sales are flat in the north. '.repeat(9000);
    expect(await of(long, 'result')).toMatchObject({ verdict: 'pass' });
    expect(await of(long + ORDER, 'result')).toMatchObject({ verdict: 'ask' });
  });
});
