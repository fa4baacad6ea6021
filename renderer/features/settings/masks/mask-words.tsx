import { useTranslation } from 'react-i18next';
import type { MaskShape } from '../../../../shared/model/inspection.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useHost } from '../../../store/app-context.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import settings from '../settings.module.css';
import styles from './masks.module.css';

const SHOWN = 3;

/** A mask in words: what is hidden, how and on which way, and below it where. */
export function MaskWords({ mask }: { readonly mask: MaskShape }) {
  const { t } = useTranslation('masks');
  const by = mask.replacement ?? `[${mask.name}]`;
  return (
    <>
      <p>
        <Sentence
          text={t(`sentence.${mask.way}`, {
            ...slots('what', 'by'),
            where: t(`where.${mask.direction}`),
          })}
          parts={{ what: <What find={mask.find} />, by: <Shown text={by} /> }}
        />
      </p>
      <Where mask={mask} />
    </>
  );
}

function Shown({ text }: { readonly text: string }) {
  return (
    <code className={styles.shown}>
      <HostileText text={text} max={120} />
    </code>
  );
}

function What({ find }: { readonly find: MaskShape['find'] }) {
  const { t } = useTranslation('masks');
  if ('pattern' in find)
    return <Sentence text={t('what.pattern', slots('one'))} parts={{ one: <Shown text={find.pattern} /> }} />;
  const more = find.words.length - SHOWN;
  const words = find.words.slice(0, SHOWN).map((word, n) => (
    <span key={word}>
      {n > 0 && ', '}
      <Shown text={word} />
    </span>
  ));
  const list =
    more > 0 ? (
      <Sentence text={t('what.more', { count: more, ...slots('words') })} parts={{ words }} />
    ) : (
      words
    );
  return (
    <Sentence
      text={t('what.words', { count: find.words.length, ...slots('words') })}
      parts={{ words: list }}
    />
  );
}

function Where({ mask: { scope, restoreFor = [], way } }: { readonly mask: MaskShape }) {
  const { t } = useTranslation('masks');
  const clients = useHost((host) => host.clients);
  const nameOf = (id: string): string => clients.find((one) => one.id === id)?.name ?? id;
  const lines = [
    { key: 'scope.servers', names: scope?.servers },
    { key: 'scope.clients', names: scope?.clients?.map(nameOf) },
    { key: 'scope.tools', names: scope?.tools },
    { key: 'scope.restore', names: way === 'reversible' ? restoreFor : undefined },
  ] as const;
  const some = lines.filter(({ names }) => names !== undefined && names.length > 0);
  if (some.length === 0) return null;
  return (
    <p className={settings.quiet}>
      {some.map(({ key, names = [] }) => (
        <span key={key} className={styles.where}>
          <Sentence
            text={t(key, slots('names'))}
            parts={{ names: <HostileText text={names.join(', ')} max={200} /> }}
          />{' '}
        </span>
      ))}
    </p>
  );
}
