import type { Check } from '../../../shared/ipc/shapes.ts';
import type { AppView } from '../../../shared/model/ai-app.ts';
import type { ClientRecord } from '../../../shared/model/client.ts';
import type { ListedTools } from '../../../shared/model/listed-tools.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Aggregate } from '../../catalog/aggregate.ts';
import type { ClientRepo } from '../clients/client-repo.ts';
import type { Handlers } from '../commands.ts';
import { listedTo } from './listed-tools.ts';

export interface ListedPorts {
  readonly clients: Pick<ClientRepo, 'all' | 'find'>;
  /** What an AI app is listed; no more is started for it. */
  readonly listed: (client: ClientRecord) => Aggregate;
  /** AI apps on this machine. */
  readonly apps: () => readonly AppView[];
}

/** The command about what AI apps are listed. */
export function listedCommands({ clients, listed, apps }: ListedPorts): Pick<Handlers, 'client.listed'> {
  return {
    async 'client.listed'({ client }) {
      const one = client === undefined ? undefined : clients.find(client);
      if (client !== undefined && one === undefined)
        return fail('unknown', `There is no AI app "${client}". "doorward client list" shows all.`);
      const views = apps();
      return ok(
        (one === undefined ? clients.all() : [one]).map((each) => listedTo(each, listed(each), views)),
      );
    },
  };
}

/** Limits that are passed, as findings of the doctor. */
export function limitChecks(all: readonly ListedTools[]): Check[] {
  return all.flatMap(({ name, app, warnings }) =>
    warnings.map(({ kind, sentence }) => ({
      name: `app ${app ?? name}`,
      state: 'warn' as const,
      sentence,
      todo:
        kind === 'tools'
          ? `Let it find its tools, or choose fewer: doorward client tools ${JSON.stringify(name)} on-demand`
          : `Reach all servers through one entry, where names are short: doorward app connect ${app ?? ''} --mode one`,
    })),
  );
}
