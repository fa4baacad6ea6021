import { useTranslation } from 'react-i18next';
import type { BundleView } from '../../../../shared/model/registry.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useApp, useFormat } from '../../../store/app-context.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { KeyValue, KeyValueList } from '../../../ui/key-value.tsx';
import { Banner } from '../../../ui/state-mark.tsx';
import styles from './browse.module.css';
import { InstallPart } from './install-part.tsx';
import { useInstallation } from './use-installation.ts';

/** What a bundle says of itself, and what Doorward knows of its file. */
export function BundleFactsList({ view }: { view: BundleView }) {
  const { t } = useTranslation('browse');
  const { bytes } = useFormat();
  const { facts, sha256, signature, files, unpackedBytes, notes } = view;
  return (
    <section className={styles.part} aria-label={t('bundle.facts')}>
      <h3 className={styles.heading}>{t('bundle.facts')}</h3>
      <p>
        <q>
          <HostileText text={facts.description} multiline block max={1000} end={150} />
        </q>
      </p>
      <KeyValueList>
        <KeyValue label={t('bundle.author')}>
          <HostileText text={facts.author} max={200} end={40} />
        </KeyValue>
        <KeyValue label={t('bundle.version')}>
          <HostileText text={facts.version} max={100} />
        </KeyValue>
        <KeyValue label={t('bundle.kind')}>{t(`bundle.kinds.${facts.serverType}`)}</KeyValue>
        {facts.license !== undefined && (
          <KeyValue label={t('bundle.license')}>
            <HostileText text={facts.license} max={100} />
          </KeyValue>
        )}
        {facts.homepage !== undefined && (
          <KeyValue label={t('bundle.page')} mono>
            <HostileText text={facts.homepage} max={300} end={60} />
          </KeyValue>
        )}
        {facts.tools.length > 0 && (
          <KeyValue label={t('bundle.tools')} mono>
            <HostileText text={facts.tools.join(', ')} max={1000} />
          </KeyValue>
        )}
        <KeyValue label={t('bundle.size')}>
          {t('bundle.files', { count: files, size: bytes(view.bytes), unpacked: bytes(unpackedBytes) })}
        </KeyValue>
        <KeyValue label={t('bundle.digest')} mono>
          <span className={styles.digest}>{sha256}</span>
        </KeyValue>
      </KeyValueList>
      {signature === 'present' && <p className={styles.small}>{t('bundle.signed')}</p>}
      {facts.others.length > 0 && (
        <p className={styles.small}>
          <Sentence
            text={t('bundle.others', slots('names'))}
            parts={{
              names: <HostileText text={facts.others.join(', ')} max={400} className={styles.mono} />,
            }}
          />
        </p>
      )}
      {view.unsupported !== undefined &&
        notes.map((note) => (
          <p key={note}>
            <HostText text={note} />
          </p>
        ))}
    </section>
  );
}

/** The form of a bundle, or why it cannot be added. */
export function BundleInstall({
  view,
  onAdded,
}: {
  readonly view: BundleView;
  readonly onAdded: (id: string) => void;
}) {
  if (view.unsupported !== undefined)
    return (
      <Banner tone="hold">
        <HostText text={view.unsupported} max={600} />
      </Banner>
    );
  return <BundleForm view={view} onAdded={onAdded} />;
}

function BundleForm({
  view,
  onAdded,
}: {
  readonly view: BundleView;
  readonly onAdded: (id: string) => void;
}) {
  const { bridge } = useApp();
  const { sha256, inputs, id } = view;
  const installation = useInstallation(sha256, id, inputs, (request) =>
    bridge.commands['bundle.install']({ sha256, ...request }),
  );
  return <InstallPart installation={installation} inputs={inputs} unpacks onAdded={onAdded} />;
}
