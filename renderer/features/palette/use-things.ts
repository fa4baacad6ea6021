import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { policyText } from '../../popup/parts/policy-said.tsx';
import { isHere } from '../apps/machine/app-words.ts';
import type { Entry } from './entry.ts';
import { settingsIn, settingWords } from './settings-index.ts';
import type { Jumps } from './use-jumps.ts';

/** Every setting, found by its label and by what is said of it. */
export function useSettingEntries({ toSetting }: Jumps): readonly Entry[] {
  const { t } = useTranslation(settingWords);
  const managed = useHost((host) => host.managed !== undefined && host.managed.kind !== 'unmanaged');
  return useMemo(
    () =>
      settingsIn(t, managed).map(({ id, label, hints, where, part }) => ({
        id: `setting ${id}`,
        group: 'setting',
        icon: 'settings',
        title: label,
        detail: where,
        also: hints,
        run: () => toSetting(label, part),
      })),
    [t, managed, toSetting],
  );
}

/** Servers, their tools, AI apps and rules. The names are those that persons, servers and apps chose. */
export function useThingEntries(jumps: Jumps): readonly Entry[] {
  const { servers, clients, apps, rules } = useHost((host) => ({
    servers: host.servers,
    clients: host.clients,
    apps: host.apps,
    rules: host.rules,
  }));
  const { language } = useTranslation('policy').i18n;
  const { value: tools } = useAnswer(
    'tool.list',
    {},
    servers.map(({ id, state, eraAt }) => `${id} ${state} ${eraAt}`).join(),
  );
  return useMemo(() => {
    const here = apps?.filter(isHere) ?? [];
    return [
      ...servers.map(({ id, launch }): Entry => ({
        id: `server ${id}`,
        group: 'server',
        icon: 'server',
        title: id,
        also: launch.transport === 'stdio' ? [[launch.command, ...launch.args].join(' ')] : [launch.url],
        run: () => jumps.toServer(id),
      })),
      ...(tools ?? []).map(({ server, name, exposed, title }): Entry => ({
        id: `tool ${server} ${name}`,
        group: 'tool',
        icon: 'terminal',
        title: name,
        detail: server,
        also: [exposed, title],
        run: () => jumps.toTool(server, name),
      })),
      ...here.map(({ id, title }): Entry => ({
        id: `app ${id}`,
        group: 'app',
        icon: 'app',
        title,
        run: () => jumps.toApp(`app.${id}`),
      })),
      // The identity of an app of this computer is found as the app.
      ...clients
        .filter(({ id }) => !here.some(({ client }) => client === id))
        .map(({ id, name }): Entry => ({
          id: `client ${id}`,
          group: 'app',
          icon: 'app',
          title: name,
          run: () => jumps.toApp(id),
        })),
      ...rules.map(({ id, words, note }): Entry => ({
        id: `rule ${id}`,
        group: 'rule',
        icon: 'permit',
        title: policyText(words),
        also: [note],
        run: () => jumps.toPermissions('rules', id),
      })),
    ];
    // The sentences of rules are in the language of the window.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [servers, tools, apps, clients, rules, jumps, language]);
}
