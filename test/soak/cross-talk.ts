import { randomUUID } from 'node:crypto';
import { type Scene, startScene } from '../fixtures/hostile/scene.ts';
import type { RawClient } from '../fixtures/raw-client.ts';

const CLIENTS = 10;
/** Fewer than one app may have, and all together fewer than the endpoint's connections. */
const AT_ONCE = 40;

/** What came of many calls at once. */
export interface CrossTalk {
  readonly answered: number;
  /** Answers with another call's nonce, and calls that got something else; empty when all is well. */
  readonly wrong: readonly string[];
}

/**
 * Ten AI apps, five of either protocol era, make `calls` calls, forty of each app at a time. All use the same ids, and
 * every call carries a nonce that its answer has to bring back (attack 21, cross-client leak). The servers: one
 * process for all apps, one process for each app, and one over HTTP that speaks both eras.
 */
export async function crossTalk(
  calls: number,
  progress: (done: number) => void = () => {},
): Promise<CrossTalk> {
  const scene = await startScene();
  try {
    await scene.addStdio('shared', [], ['--shared']);
    await scene.addStdio('own');
    await scene.addHttp('web', ['--eras', 'both']);
    await scene.addStdio('modern', ['--eras', 'stateless']);
    const clients: RawClient[] = [];
    // One after the other: each addition costs the operator's key a deliberate effort.
    for (let i = 0; i < CLIENTS; i++) clients.push(await openClient(scene, i));
    const wrong: string[] = [];
    let answered = 0;
    const servers = ['shared', 'own', 'web', 'modern'];
    const share = Math.ceil(calls / CLIENTS);

    const run = async (client: RawClient): Promise<void> => {
      let next = 0;
      const lane = async (): Promise<void> => {
        while (next < share) {
          const id = ++next;
          const nonce = randomUUID();
          const name = `${servers[id % servers.length] ?? ''}__echo`;
          const answer = await client
            .request('tools/call', { name, arguments: { nonce } }, { id: String(id) })
            .catch((error: unknown) => ({ id: undefined, text: String(error), result: undefined }));
          const [content] = (answer.result?.['content'] ?? []) as { text?: string }[];
          if (content?.text === nonce && answer.id === String(id)) answered++;
          else if (wrong.length < 20) wrong.push(`${name} ${id} ${nonce}: ${answer.text.slice(0, 300)}`);
          if ((answered + wrong.length) % 5_000 === 0) progress(answered);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
    };
    await scene.during(async () => {
      await Promise.all(clients.map(run));
    });
    return { answered, wrong };
  } finally {
    await scene.close();
  }
}

async function openClient(scene: Scene, i: number): Promise<RawClient> {
  const token = await scene.app(`app-${i}`);
  return scene.open(undefined, { token, era: i % 2 === 0 ? 'session' : 'stateless', sockets: AT_ONCE });
}
