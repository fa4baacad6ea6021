import { request } from '../../upstream/http/node-http.ts';
import type { Check, ServerView } from '../../../shared/ipc/shapes.ts';
import type { AppView } from '../../../shared/model/ai-app.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { bad, good, warn } from './check.ts';

const TIMEOUT_MS = 5000;

/**
 * Whether the endpoint answers where apps look for it, and lets nobody in without a key. Fails with a sentence. Nothing
 * secret is sent: who answers there may be somebody else.
 */
export async function tryEndpoint(url: string): Promise<Result<void>> {
  const health = await statusOf('GET', new URL('/healthz', url));
  if (health === undefined) return fail('unreachable', `Nothing answers at ${url}.`);
  if (health !== 200) return fail('unreachable', `${url} answers with the status ${health}.`);
  const without = await statusOf('POST', new URL(url));
  return without === 401
    ? ok(undefined)
    : fail('open', `${url} answers a request without a key with the status ${without ?? 'none'}.`);
}

function statusOf(method: string, url: URL): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asked = request(url, { method, timeout: TIMEOUT_MS, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
}

/** The endpoint, as `tryEndpoint` found it. */
export function endpointCheck(url: string, tried: Result<void>): Check {
  return tried.ok
    ? good('endpoint', `AI apps reach Doorward at ${url}, and nobody does without a key.`)
    : bad(
        'endpoint',
        tried.message,
        'Quit programs that filter connections on this computer, then start Doorward again.',
      );
}

/** An AI app: whether its file leads here, whether it has come, and what it reaches past Doorward. */
export function appChecks(app: AppView, clients: ReadonlySet<string>): Check[] {
  const name = `app ${app.id}`;
  const { title, sentence } = app;
  const said = (usual: string): string => sentence ?? usual;
  const past = app.servers.filter(({ state }) => state === 'direct').length;
  const passing =
    past === 0
      ? []
      : [
          warn(
            name,
            `${title} reaches ${past} ${past === 1 ? 'server' : 'servers'} past Doorward.`,
            app.canConnect ? `Run: doorward app connect ${app.id}` : `Run: doorward app import ${app.id}`,
          ),
        ];
  if (app.client !== undefined && !clients.has(app.client))
    return [
      bad(
        name,
        `${title} comes with a key that does not count any more.`,
        `Run: doorward app undo ${app.id}, then: doorward app connect ${app.id}`,
      ),
    ];
  switch (app.state) {
    case 'absent':
      return [];
    case 'found':
      return passing;
    case 'connected':
      return [good(name, `${title} is connected.`), ...passing];
    case 'written':
      return [
        warn(name, said(`${title} is connected in its file and has not come yet.`), `Start ${title} anew.`),
        ...passing,
      ];
    case 'waits':
      return [
        warn(
          name,
          said(`${title} is connected as soon as it has quit.`),
          `Quit ${title} and start it again.`,
        ),
        ...passing,
      ];
    case 'lost':
      return [
        bad(
          name,
          said(`The file of ${title} does not lead to Doorward any more.`),
          `Run: doorward app connect ${app.id}`,
        ),
        ...passing,
      ];
    case 'unreadable':
      return [
        warn(
          name,
          said(`The file of ${title} cannot be used.`),
          'Mend the file, or open it in the app and save it.',
        ),
      ];
  }
}

/** A server, as far as apps are concerned: whether they may see it, and whether it lets Doorward in. */
export function standingChecks({ id, state, enabled, signIn }: ServerView): Check[] {
  const name = `server ${id}`;
  const checks: Check[] = [];
  if (state === 'blocked')
    checks.push(warn(name, 'It is blocked, so no AI app sees it.', `Run: doorward server enable ${id}`));
  else if (state !== 'approved')
    checks.push(
      warn(name, 'Nobody has approved it, so no AI app sees it.', `Run: doorward server inspect ${id}`),
    );
  else if (!enabled)
    checks.push(warn(name, 'It is switched off, so no AI app sees it.', `Run: doorward server enable ${id}`));
  if (signIn?.state === 'needed' || signIn?.state === 'more-rights')
    checks.push(
      bad(
        name,
        signIn.sentence ?? 'It wants somebody to sign in. Its calls are refused until then.',
        `Run: doorward server login ${id}`,
      ),
    );
  return checks;
}
