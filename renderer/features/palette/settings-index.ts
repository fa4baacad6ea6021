import type { TFunction } from 'i18next';
import { PERSONAL_TYPES } from '../../../shared/model/lists.ts';
import type { Part } from '../permissions/use-part.ts';

/** The namespaces that settings have their words in. */
export const settingWords = [
  'settings',
  'inspection',
  'masks',
  'flow',
  'logCare',
  'sending',
  'tryText',
  'limits',
  'permissions',
] as const;
type T = TFunction<typeof settingWords>;

/** One setting as it is found: by the words that stand beside it, which also lead to it. */
export interface Setting {
  readonly id: string;
  readonly label: string;
  /** What else is said of it. */
  readonly hints: readonly string[];
  /** The heading above it. */
  readonly where: string;
  /** Part of the Permissions screen that it is on; the others are on the Settings screen. */
  readonly part?: Part;
}

/**
 * Every setting that a page has, in the language of the window, in the order in which the pages have them. `managed`: an
 * organisation manages this Doorward, and may be asked for something.
 */
export function settingsIn(t: T, managed = false): readonly Setting[] {
  const at = (where: string, id: string, label: string, ...hints: readonly string[]): Setting => ({
    id,
    label,
    hints,
    where,
  });
  const general = t('settings:group.general');
  const safety = t('settings:group.safety');
  const found = t('inspection:heading');
  const address = t('settings:group.address');
  const idle = t('settings:group.idle');
  const vault = t('settings:group.vault');
  const log = t('settings:group.log');
  const about = t('settings:group.about');
  const permissions = t('permissions:title');
  return [
    at(general, 'theme', t('settings:theme.label'), t('settings:theme.hint')),
    at(general, 'language', t('settings:language.label')),
    at(general, 'login', t('settings:login.label'), t('settings:login.hint')),
    at(safety, 'preset', t('settings:preset')),
    at(safety, 'ask', t('settings:ask.label'), t('settings:ask.hint')),
    at(safety, 'block', t('settings:block.label'), t('settings:block.hint')),
    at(safety, 'seals', t('settings:seals.label')),
    at(safety, 'operator', t('settings:operator.label'), t('settings:operator.means')),
    at(found, 'acts', t('inspection:acts.label')),
    at(found, 'exceptions', t('inspection:exceptions.label'), t('inspection:exceptions.hint')),
    at(
      found,
      'personal',
      t('inspection:personal.label'),
      ...PERSONAL_TYPES.map((type) => t(`inspection:personal.types.${type}.name`)),
    ),
    at(found, 'try-text', t('tryText:title'), t('tryText:openHint')),
    at(t('masks:heading'), 'masks', t('masks:label'), t('masks:hint')),
    at(t('flow:canaries.heading'), 'canaries', t('flow:canaries.label'), t('flow:canaries.hint')),
    at(t('settings:group.managed'), 'managed', t('settings:managed.label')),
    ...(managed
      ? [
          at(
            t('settings:group.managed'),
            'request',
            t('settings:managed.title'),
            t('settings:managed.requestHint'),
          ),
        ]
      : []),
    at(address, 'address', t('settings:address.label'), t('settings:address.hint')),
    at(address, 'port', t('settings:port.label'), t('settings:port.hint')),
    at(address, 'origins', t('settings:origins.label'), t('settings:origins.hint')),
    at(idle, 'idle-server', t('settings:idle.server'), t('settings:idle.serverHint')),
    at(idle, 'idle-session', t('settings:idle.session'), t('settings:idle.sessionHint')),
    at(vault, 'vault', t('settings:vault.label'), t('settings:vault.hint')),
    at(vault, 'vault-lock', t('settings:vault.lock.label'), t('settings:vault.lock.hint')),
    at(vault, 'vault-key', t('settings:vault.key.label'), t('settings:vault.key.hint')),
    at(log, 'keep-days', t('settings:keep.days'), t('settings:keep.daysHint')),
    at(log, 'keep-megabytes', t('settings:keep.megabytes'), t('settings:keep.megabytesHint')),
    at(log, 'level', t('settings:level.label'), t('settings:level.hint')),
    at(log, 'verify', t('settings:verify.label'), t('settings:verify.hint')),
    at(log, 'unwritable', t('logCare:unwritable.label'), t('logCare:unwritable.hint')),
    at(t('sending:heading'), 'sending', t('sending:label'), t('sending:hint')),
    at(t('settings:group.check'), 'doctor', t('settings:doctor.label'), t('settings:doctor.hint')),
    at(about, 'folder', t('settings:folder.label'), t('settings:folder.hint')),
    at(about, 'file', t('settings:file')),
    at(about, 'version', t('settings:version')),
    at(about, 'update', t('settings:update.label'), t('settings:update.look')),
    { ...at(permissions, 'loops', t('limits:loops.label'), t('limits:loops.hint')), part: 'limits' },
  ];
}
