import { useTranslation } from 'react-i18next';
import type { BridgeCommand, BridgeInput } from '../../../shared/ipc/window.ts';
import { screens } from '../../app/screens.ts';
import { useHostSentence } from '../../i18n/host-sentence.ts';
import { followLanguage } from '../../i18n/follow-language.ts';
import { languages } from '../../i18n/languages.ts';
import { useApp, useHost, useUi } from '../../store/app-context.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useOpenHistory } from '../activity/history/use-open-history.ts';
import { isFree } from '../apps/machine/app-words.ts';
import { useAddingApp } from '../apps/use-adding.ts';
import { useAddingRule } from '../permissions/use-part.ts';
import { useLeadToServers } from '../servers/use-led.ts';
import { useSettingsChanges } from '../settings/use-changes.ts';
import { useOpenTry } from '../try-text/use-try.ts';
import type { Entry } from './entry.ts';
import type { Jumps } from './use-jumps.ts';

const THEMES = ['system', 'light', 'dark'] as const;

/** Runs a command of the bridge from the palette, which is closed by then: what went wrong is said in passing. */
function useRun(): <N extends BridgeCommand>(name: N, input: BridgeInput<N>) => Promise<boolean> {
  const { bridge } = useApp();
  const { t } = useTranslation(['palette', 'common']);
  const toast = useToast();
  const say = useHostSentence();
  return async (name, input) => {
    const wire = await bridge.commands[name](input).catch(() => undefined);
    if (wire?.ok === true) return true;
    toast({
      sentence: t('palette:notDone', { why: wire === undefined ? t('common:noAnswer') : say(wire.message) }),
    });
    return false;
  };
}

/** The screens, in the order of the navigation. */
export function useScreenEntries(): readonly Entry[] {
  const { t } = useTranslation();
  const navigate = useUi((ui) => ui.navigate);
  return screens.map(({ id, icon }) => ({
    id: `screen ${id}`,
    group: 'screen',
    icon,
    title: t(`nav.${id}`),
    run: () => navigate(id),
  }));
}

/**
 * What can be done from the palette. What tightens is done at once; what lets more pass only leads to where it is
 * always done, because a few letters and Enter are no decision about that.
 */
export function useCommandEntries(jumps: Jumps): readonly Entry[] {
  return [...useMakingEntries(), ...useGuardEntries(jumps), ...usePlaceEntries(jumps), ...useLookEntries()];
}

function useMakingEntries(): readonly Entry[] {
  const { t } = useTranslation(['servers', 'apps', 'permissions', 'browse']);
  const navigate = useUi((ui) => ui.navigate);
  const apps = useHost((host) => host.apps?.filter(isFree) ?? []);
  const lead = useLeadToServers();
  const [, setAddingApp] = useAddingApp();
  const [, setAddingRule] = useAddingRule();
  const make = (id: string, title: string, run: () => void): Entry => ({
    id: `command ${id}`,
    group: 'command',
    icon: 'plus',
    title,
    run,
  });
  return [
    make('add-server', t('servers:addServer'), () => lead('add')),
    make('paste', t('servers:paste'), () => lead('paste')),
    { ...make('browse', t('browse:open'), () => lead('browse')), icon: 'search', detail: t('servers:title') },
    { ...make('bundle', t('browse:openBundle'), () => lead('bundle')), detail: t('servers:title') },
    make('add-app', t('apps:addApp'), () => {
      navigate('apps');
      setAddingApp(true);
    }),
    make('add-rule', t('permissions:add'), () => {
      navigate('permissions');
      setAddingRule(true);
    }),
    // Connecting is shown before it is done, on the page of the app.
    ...apps.map(({ id, title }) =>
      make(`connect ${id}`, t('apps:machine.connectTitle', { app: title }), () =>
        navigate('apps', `app.${id}`),
      ),
    ),
  ];
}

function useGuardEntries({ toSetting }: Jumps): readonly Entry[] {
  const { t } = useTranslation(['settings', 'palette', 'common']);
  const guard = useHost((host) => host.status?.guard);
  const run = useRun();
  const toast = useToast();
  const act = async (name: 'guard.block' | 'guard.ask', sentence: string): Promise<void> => {
    if (await run(name, {})) toast({ sentence });
  };
  const block: Entry = {
    id: 'command block',
    group: 'command',
    icon: 'block',
    title: t('settings:block.label'),
    also: [t('settings:block.hint')],
    run: () => void act('guard.block', t('common:blocked')),
  };
  const ask: Entry = {
    id: 'command ask',
    group: 'command',
    icon: 'inbox',
    title: t('settings:ask.label'),
    also: [t('settings:ask.hint')],
    run: () => void act('guard.ask', t('palette:asking')),
  };
  if (guard === 'block')
    return [
      {
        ...block,
        id: 'command lift',
        title: t('palette:lift'),
        also: [t('common:action.lift')],
        run: () => toSetting(t('settings:block.label')),
      },
    ];
  if (guard === 'ask')
    return [
      block,
      {
        ...ask,
        id: 'command usual',
        title: t('palette:usual'),
        also: [t('common:action.usual')],
        run: () => toSetting(t('settings:ask.label')),
      },
    ];
  return [block, ask];
}

function usePlaceEntries(jumps: Jumps): readonly Entry[] {
  const { t } = useTranslation([
    'settings',
    'palette',
    'history',
    'report',
    'tryText',
    'permissions',
    'activity',
  ]);
  const openTry = useOpenTry();
  const openHistory = useOpenHistory();
  const run = useRun();
  const place = (id: string, icon: Entry['icon'], title: string, go: () => void, detail?: string): Entry => ({
    id: `command ${id}`,
    group: 'command',
    icon,
    title,
    detail,
    run: go,
  });
  const activity = t('activity:title');
  const permissions = t('permissions:title');
  return [
    place('live', 'activity', t('palette:live'), jumps.toLive, activity),
    place('history', 'clock', t('history:title'), () => openHistory({}), activity),
    place('report', 'activity', t('report:title'), jumps.toReport, activity),
    place('try-text', 'search', t('tryText:title'), () => openTry()),
    place('roles', 'permit', t('permissions:tab.roles'), () => jumps.toPermissions('roles'), permissions),
    place('limits', 'permit', t('permissions:tab.limits'), () => jumps.toPermissions('limits'), permissions),
    place(
      'folder',
      'folder',
      t('settings:folder.open'),
      () => void run('app.way', { way: 'open-folder' }),
      t('settings:folder.hint'),
    ),
    place('doctor', 'check', t('settings:doctor.run'), () => jumps.toSetting(t('settings:doctor.label'))),
    place('verify', 'check', t('settings:verify.run'), () => jumps.toSetting(t('settings:verify.label'))),
  ];
}

function useLookEntries(): readonly Entry[] {
  const { t } = useTranslation(['settings', 'palette']);
  const { bridge } = useApp();
  const run = useRun();
  const [, setChanges] = useSettingsChanges();
  const change = async (patch: BridgeInput<'settings.change'>): Promise<void> => {
    if (!(await run('settings.change', patch))) return;
    if (patch.language !== undefined) await followLanguage(bridge);
    setChanges((before) => before + 1);
  };
  const system = { code: 'system', name: t('settings:language.system') } as const;
  return [
    ...THEMES.map((theme): Entry => ({
      id: `command theme ${theme}`,
      group: 'command',
      icon: 'settings',
      title: t('palette:theme', { choice: t(`settings:theme.${theme}`) }),
      run: () => void change({ theme }),
    })),
    ...[system, ...languages].map(({ code, name }): Entry => ({
      id: `command language ${code}`,
      group: 'command',
      icon: 'globe',
      title: t('palette:language', { name }),
      // Whoever cannot read the language of the window looks for the word that everybody knows.
      also: ['Language', code],
      run: () => void change({ language: code }),
    })),
  ];
}
