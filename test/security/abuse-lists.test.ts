import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Inspection, type Scene, startScene } from '../fixtures/hostile/scene.ts';

// Attack: a server whose lists are meant to fill memory, exhaust the stack, or fool whoever reads them.

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

const names = (report: Inspection): string[] => report.tools.map((tool) => tool.name);
const honest = ['echo', 'misbehave'];
const id = (offer: string): string => offer.slice(0, 20);
const inspect = (offer: string): Promise<Inspection> => scene.inspect(id(offer), ['--offer', offer]);

/** Approves the server and reads its tools as an AI app does. */
async function toolsOf(offer: string): Promise<{ name: string }[]> {
  await scene.host.must(['server', 'approve', id(offer)]);
  const client = await scene.open(undefined, { era: 'stateless' });
  const answer = await client.request('tools/list');
  const tools = answer.result?.['tools'] as { name: string }[];
  return tools.filter((tool) => tool.name.startsWith(`${id(offer)}__`));
}

test('endless-pages: read to a bound, and said', async () => {
  await scene.during(async () => {
    const report = await inspect('endless-pages');
    expect(names(report).slice(0, 2)).toEqual(honest);
    expect(report.tools.length).toBeLessThanOrEqual(5000);
    expect(report.warnings).toContainEqual(expect.stringContaining('more than 100 pages'));
  });
});

test('same-cursor: a page that leads to itself is read once more and said', async () => {
  await scene.during(async () => {
    const report = await inspect('same-cursor');
    expect(names(report)).toEqual(honest);
    expect(report.warnings).toContainEqual(expect.stringContaining('repeats its pages'));
  });
});

test('many-tools: of 50,000 tools the first 5,000 count, and this is said', async () => {
  await scene.during(async () => {
    const report = await inspect('many-tools');
    expect(report.tools.length).toBe(5000);
    expect(report.warnings).toContainEqual(expect.stringContaining('more than 5000'));
    expect(await toolsOf('many-tools')).toHaveLength(5000);
    await scene.host.must(['server', 'remove', 'many-tools']);
  });
});

test('deep-schema: a tool nested 10,000 deep is left out by name or place, the others stay', async () => {
  await scene.during(async () => {
    const report = await inspect('deep-schema');
    expect(names(report)).toEqual(honest);
    expect(report.warnings).toContainEqual(expect.stringContaining('nested more than 64 deep'));
    expect(await toolsOf('deep-schema')).toHaveLength(honest.length);
  });
});

test('cyclic-reference: nothing follows it', async () => {
  await scene.during(async () => {
    expect(names(await inspect('cyclic-reference'))).toEqual([...honest, 'cyclic']);
    expect(await toolsOf('cyclic-reference')).toHaveLength(3);
  });
});

test('same-names: the first of two tools of one name counts, and this is said', async () => {
  await scene.during(async () => {
    const report = await inspect('same-names');
    expect(names(report)).toEqual([...honest, 'twin']);
    expect(report.tools[2]?.description).toBe('Does what twin does.');
    expect(report.warnings).toContainEqual(expect.stringContaining('"twin" is offered twice'));
    expect(await toolsOf('same-names')).toHaveLength(3);
  });
});

test('polluting-keys: names that every object has are ordinary names', async () => {
  await scene.during(async () => {
    const report = await inspect('polluting-keys');
    expect(names(report)).toEqual([...honest, '__proto__', 'constructor', 'toString']);
    const tools = await toolsOf('polluting-keys');
    expect(tools).toHaveLength(5);
    const client = await scene.open(id('polluting-keys'));
    for (const name of ['__proto__', 'constructor', 'toString']) expect(await client.tool(name)).toBe(name);
    const whole = await scene.open(undefined, { era: 'stateless' });
    const called = await Promise.all(tools.slice(2).map((tool) => whole.tool(tool.name)));
    expect(called).toEqual(['__proto__', 'constructor', 'toString']);
    // Nothing that a polluted prototype would show is in what the host says of others.
    expect(JSON.stringify(await scene.host.must(['server', 'show', 'good']))).not.toContain('polluted');
  });
});

test('same-keys: a tool that repeats a key is left out, because readers differ in which one counts', async () => {
  await scene.during(async () => {
    const report = await inspect('same-keys');
    expect(names(report)).toEqual(honest);
    expect(report.warnings).toContainEqual(expect.stringContaining('repeats a key'));
  });
});

test('nameless: what is no tool is left out, each with its reason', async () => {
  await scene.during(async () => {
    const report = await inspect('nameless');
    expect(names(report)).toEqual(honest);
    expect(report.warnings).toEqual([
      expect.stringContaining('has no "name"'),
      expect.stringContaining('is no object'),
      expect.stringContaining('is no object'),
      expect.stringContaining('"bare" has no inputSchema'),
    ]);
  });
});

test('huge-page: 40 MB in one answer end the inspection with a sentence', async () => {
  await scene.during(async () => {
    const report = await inspect('huge-page').catch(String);
    expect(report).toMatch(/sent a message of more than \d+ bytes and was stopped/);
  });
});

test('a list that turns bad after the review changes nothing for the others', async () => {
  const offer = scene.write('offer', 'honest');
  await scene.addStdio('turncoat', ['--offer-file', offer]);
  const client = await scene.open(undefined, { era: 'stateless' });
  for (const bad of ['endless-pages', 'many-tools', 'deep-schema', 'huge-page']) {
    await scene.during(async () => {
      scene.write('offer', bad);
      // Anew, so that the lists are read anew.
      await scene.host.must(['server', 'disable', 'turncoat']);
      await scene.host.must(['server', 'enable', 'turncoat']);
      await client.request('tools/call', { name: 'turncoat__echo', arguments: { nonce: 'n' } });
      const answer = await client.request('tools/list');
      const tools = answer.result?.['tools'] as { name: string }[];
      expect(tools.map((tool) => tool.name)).toContain('good__echo');
      expect(await client.tool('good__echo', { nonce: bad })).toBe(bad);
    });
  }
});
