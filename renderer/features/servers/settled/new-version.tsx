import { useTranslation } from 'react-i18next';
import type { NewVersion as Found } from '../../../../shared/model/trust.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { Ago } from '../../../ui/ago.tsx';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Banner } from '../../../ui/state-mark.tsx';

/** A newer version of a server's package. It is looked at like a new server before it is used. */
export function NewVersion({ server, found }: { server: string; found: Found }) {
  const { t } = useTranslation('servers');
  const upgrade = useCommand('server.upgrade');
  const { name, from, to, publishedAt, publisher } = found;
  const text =
    publisher === undefined
      ? publishedAt === undefined
        ? 'some'
        : 'byNobody'
      : publishedAt === undefined
        ? 'byUndated'
        : 'by';
  return (
    <Banner
      action={
        <Button busy={upgrade.busy} onClick={() => void upgrade.run({ id: server, to })}>
          {t('version.look')}
        </Button>
      }
    >
      <p>
        <Sentence
          text={t(`version.${text}`, slots('to', 'name', 'publisher', 'ago'))}
          parts={{
            to: <HostileText text={to} max={60} end={20} />,
            name: <HostileText text={name} max={160} end={40} />,
            publisher: <HostileText text={publisher ?? ''} max={120} end={30} />,
            ago: <Ago at={publishedAt} />,
          }}
        />{' '}
        <Sentence
          text={t('version.now', slots('from'))}
          parts={{ from: <HostileText text={from} max={60} end={20} /> }}
        />{' '}
        {t('version.means')}
      </p>
      <CommandNote command={upgrade} />
    </Banner>
  );
}
