import { useTranslation } from 'react-i18next';
import type { CallSummary } from '../../../../shared/model/log.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useHost, useUi } from '../../../store/app-context.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { endingOf } from '../live/filter.ts';
import styles from './detail.module.css';

const MOST_NAME = 512;
/** In a sentence; the whole name is below it. */
const MOST_IN_SENTENCE = 160;

/** A name that leads to its own screen, where there is such an item. */
function ItemLink({ screen, id, name }: { screen: 'apps' | 'servers'; id: string; name: string }) {
  const known = useHost((host) =>
    (screen === 'apps' ? host.clients : host.servers).some((item) => item.id === id),
  );
  const navigate = useUi((ui) => ui.navigate);
  if (!known) return <HostileText text={name} max={MOST_NAME} />;
  return (
    <button type="button" className={styles.link} onClick={() => navigate(screen, id)}>
      <HostileText text={name} max={MOST_NAME} />
    </button>
  );
}

export function AppLink({ call }: { call: CallSummary }) {
  return <ItemLink screen="apps" id={call.clientId} name={call.clientName} />;
}

/** The server of a call; only for a call that has one. */
export function ServerLink({ call }: { call: CallSummary }) {
  return <ItemLink screen="servers" id={call.server} name={call.server} />;
}

/** Who called what, as one sentence. */
export function CallSentence({ call }: { call: CallSummary }) {
  const { t } = useTranslation('activity');
  const isTool = call.method === 'tools/call' && call.name !== '';
  const ending = endingOf(call);
  const text = ((): string => {
    if (call.direction === 'server') return t('detail.askedBack', slots('app', 'server', 'what'));
    if (!isTool) {
      return call.server === ''
        ? t('detail.askedDoorward', slots('app', 'what'))
        : t('detail.asked', slots('app', 'server', 'what'));
    }
    const verb = ending === 'open' ? 'using' : ending === 'refused' ? 'wanted' : 'used';
    return t(`detail.${verb}`, slots('app', 'server', 'what'));
  })();
  const what = isTool || call.name === '' ? call.name || call.method : `${call.method} ${call.name}`;
  return (
    <Sentence
      text={text}
      parts={{
        app: <HostileText text={call.clientName} max={MOST_IN_SENTENCE} />,
        server:
          call.server === '' ? (
            t('detail.someServer')
          ) : (
            <HostileText text={call.server} max={MOST_IN_SENTENCE} />
          ),
        what: <HostileText text={what} max={MOST_IN_SENTENCE} className={styles.what} />,
      }}
    />
  );
}
