import type { InstallOutcome } from '../../../shared/ipc/registry-contract.ts';
import type { InstallAnswer, InstallInput } from '../../../shared/model/registry.ts';
import type { ServerRecord } from '../../../shared/model/server.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { fillLaunch } from '../../onboarding/registry/fill.ts';
import type { InstallForm } from '../../onboarding/registry/template.ts';
import { freeServerId } from '../../onboarding/server-name.ts';
import { misplaced } from '../../vault/references.ts';
import type { Vault } from '../../vault/vault.ts';
import type { CommandContext, Handlers } from '../commands.ts';
import { MAX_SERVERS, type ServerRepo } from '../servers/server-repo.ts';
import type { ViewServer } from '../servers/server-view.ts';

export interface AdderPorts {
  readonly servers: Pick<ServerRepo, 'get' | 'all'>;
  readonly vault: Pick<Vault, 'list' | 'set' | 'remove'>;
  readonly add: Handlers['server.add'];
  readonly view: ViewServer;
  readonly now: () => number;
}

/** What is to be added, and what a person said to it. */
export interface AddRequest {
  readonly form: InstallForm;
  readonly notes: readonly string[];
  /** Of which a name is made when none is given. */
  readonly name: string;
  readonly id?: string | undefined;
  readonly answers: readonly InstallAnswer[];
  readonly sharing: ServerRecord['sharing'];
  readonly dryRun: boolean;
  /** Runs when everything is in order, before anything is kept; what it refuses is not added. */
  readonly prepare?: () => Promise<Result<void>>;
}

/** Adds servers whose launch comes from a form, as `server.add` does: unreviewed, nothing started. */
export interface Adder {
  /** A free name, made of the server's own. */
  freeId(name: string): string;
  add(request: AddRequest, context: CommandContext): Promise<Result<InstallOutcome>>;
}

/** Values that may be set as secrets need the operator, as `secret.set` does. */
export const holdsSecret = (answers: readonly InstallAnswer[]): boolean =>
  answers.some(({ secret }) => secret !== undefined && secret !== '');

export function createAdder({ servers, vault, add, view, now }: AdderPorts): Adder {
  const freeId = (name: string): string =>
    freeServerId(bareName(name), (id) => servers.get(id) !== undefined);

  /** Names that no secret has: what is installed never takes the place of another server's key. */
  function secretNames(id: string): (input: InstallInput) => string {
    const taken = new Set(vault.list().map(({ name }) => name.toLowerCase()));
    return ({ name }) => {
      const slug = name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '') || 'secret';
      const base = `${id.replace(/^-+/, '') || 'server'}-${slug}`.slice(0, 58);
      let free = base;
      for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${base}-${n}`;
      taken.add(free.toLowerCase());
      return free;
    };
  }

  return {
    freeId,
    async add(request, context) {
      const { form, dryRun, sharing } = request;
      if (!dryRun && holdsSecret(request.answers)) {
        const may = await context.mayLoosen();
        if (!may.ok) return may;
      }
      const id = request.id ?? freeId(request.name);
      if (!dryRun && servers.get(id) !== undefined)
        return fail('exists', `There is a server "${id}" already. Choose another name, or remove it first.`);
      if (servers.all().length >= MAX_SERVERS)
        return fail('full', `There are ${MAX_SERVERS} servers already. Remove one first.`);
      const answers = named(request.answers, form.inputs);
      const filled = fillLaunch(form, answers, secretNames(id));
      if (!filled.ok) return filled;
      const { launch, problems, secrets } = filled.value;
      const wrong = problems[0];
      const known = (name: string): boolean => vault.list().some((secret) => secret.name === name);
      const unknown = answers.find((answer) => answer.vault !== undefined && !known(answer.vault));
      if (!dryRun && wrong !== undefined)
        return fail('usage', `${quoted(form.inputs, wrong.key)}: ${wrong.sentence}`);
      if (!dryRun && unknown?.vault !== undefined)
        return fail('unknown', `There is no secret "${unknown.vault}" in the vault.`);
      const bad = misplaced(id, launch);
      if (bad !== undefined) return fail('usage', bad);
      const shown = view({ id, launch, sharing, state: 'unreviewed', enabled: true, addedAt: now() });
      const outcome: InstallOutcome = {
        id,
        launch: shown.launch,
        ...(shown.launchReasons === undefined ? {} : { launchReasons: shown.launchReasons }),
        problems: [...problems],
        notes: [...request.notes],
      };
      if (dryRun) return ok(outcome);

      const prepared = (await request.prepare?.()) ?? ok(undefined);
      if (!prepared.ok) return prepared;
      const kept: string[] = [];
      const takeBack = (): void => kept.forEach((name) => vault.remove(name));
      for (const { name, value } of secrets) {
        const stored = vault.set(name, value);
        if (!stored.ok) {
          takeBack();
          return stored;
        }
        kept.push(name);
      }
      const added = await add({ id, launch, sharing }, context);
      if (!added.ok) {
        takeBack();
        return added;
      }
      return ok({ ...outcome, server: added.value });
    },
  };
}

/** Answers under the keys of the form: a name that only one input has does as well, also without its dashes. */
function named(answers: readonly InstallAnswer[], inputs: readonly InstallInput[]): InstallAnswer[] {
  return answers.map((answer) => {
    if (inputs.some(({ key }) => key === answer.key)) return answer;
    const bare = (name: string): string => name.replace(/^-+/, '');
    const fits = inputs.filter(({ name }) => bare(name) === bare(answer.key));
    return fits.length === 1 ? { ...answer, key: fits[0]?.key ?? answer.key } : answer;
  });
}

function quoted(inputs: readonly InstallInput[], key: string): string {
  return JSON.stringify((inputs.find((input) => input.key === key)?.name ?? key).slice(0, 80));
}

/** `io.github.someone/weather-mcp-server` is called `weather`. */
function bareName(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1).slice(0, 200);
  const bare = last
    .replace(/^(?:mcp-server|server-mcp|server|mcp)[-_]/i, '')
    .replace(/[-_](?:mcp-server|server-mcp|mcp|server)$/i, '');
  return bare === '' ? last : bare;
}
