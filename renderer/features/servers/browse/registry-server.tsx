import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstallOption, RegistryDetail } from '../../../../shared/model/registry.ts';
import type { BundleView } from '../../../../shared/model/registry.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useApp } from '../../../store/app-context.tsx';
import { useAnswer } from '../../../store/use-answer.ts';
import { useCommand } from '../../../store/use-command.ts';
import { Ago } from '../../../ui/ago.tsx';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DetailPane } from '../../../ui/detail-pane.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { KeyValue, KeyValueList } from '../../../ui/key-value.tsx';
import { Banner, Tag } from '../../../ui/state-mark.tsx';
import { RadioGroup } from '../../../ui/toggles.tsx';
import styles from './browse.module.css';
import { BundleFactsList, BundleInstall } from './bundle-view.tsx';
import { InstallPart } from './install-part.tsx';
import { Freshness } from './freshness.tsx';
import { useInstallation } from './use-installation.ts';

export interface RegistryServerProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/** One server of the registry: what it is, in which ways it can be had, and what it needs. */
export function RegistryServer({ name, onClose, onAdded }: RegistryServerProps) {
  const { t } = useTranslation('browse');
  const { value, command } = useAnswer('registry.show', { name }, name);
  const shown = value?.server;
  return (
    <DetailPane
      label={name}
      title={<HostileText text={shown?.title ?? name} max={160} end={40} />}
      marks={
        shown !== undefined &&
        shown.status !== 'active' && <Tag tone="hold">{t(`status.${shown.status}`)}</Tag>
      }
      onClose={onClose}
      takeFocus
    >
      <div className={styles.body}>
        <CommandNote command={command} sayBusy={value === undefined} />
        {value !== undefined && (
          <>
            <Freshness {...value} />
            <Facts server={value.server} />
            <Ways server={value.server} id={value.id} onAdded={onAdded} />
          </>
        )}
      </div>
    </DetailPane>
  );
}

function Facts({ server }: { server: RegistryDetail }) {
  const { t } = useTranslation('browse');
  const { name, namespace, description, version, status, statusMessage, publishedAt } = server;
  return (
    <div className={styles.part}>
      {status === 'deprecated' && (
        <Banner tone="hold">
          {statusMessage === undefined ? (
            t('detail.deprecated')
          ) : (
            <Sentence
              text={t('detail.deprecatedWhy', slots('why'))}
              parts={{ why: <Quoted text={statusMessage} /> }}
            />
          )}
        </Banner>
      )}
      {status === 'deleted' && <Banner tone="hold">{t('detail.deleted')}</Banner>}
      <p>
        <Sentence text={t('detail.says', slots('text'))} parts={{ text: <Quoted text={description} /> }} />
      </p>
      <KeyValueList>
        <KeyValue label={t('detail.namespace')}>
          <HostileText text={namespace} max={200} end={60} className={styles.mono} />
          <p className={styles.small}>{t('detail.namespaceNote')}</p>
        </KeyValue>
        <KeyValue label={t('detail.name')} mono>
          <HostileText text={name} max={300} end={80} />
        </KeyValue>
        <KeyValue label={t('detail.version')}>
          {publishedAt === undefined ? (
            <HostileText text={version} max={80} />
          ) : (
            <Sentence
              text={t('detail.published', slots('version', 'ago'))}
              parts={{
                version: <HostileText text={version} max={80} />,
                ago: <Ago at={publishedAt} />,
              }}
            />
          )}
        </KeyValue>
        {server.repository !== undefined && (
          <KeyValue label={t('detail.repository')} mono>
            <HostileText text={server.repository} max={300} end={60} />
          </KeyValue>
        )}
        {server.websiteUrl !== undefined && (
          <KeyValue label={t('detail.page')} mono>
            <HostileText text={server.websiteUrl} max={300} end={60} />
          </KeyValue>
        )}
      </KeyValueList>
    </div>
  );
}

/** Somebody else's words. */
function Quoted({ text }: { text: string }) {
  return (
    <q>
      <HostileText text={text} max={600} end={100} />
    </q>
  );
}

interface WaysProps {
  readonly server: RegistryDetail;
  readonly id: string;
  readonly onAdded: (id: string) => void;
}

function Ways({ server, id, onAdded }: WaysProps) {
  const { t } = useTranslation('browse');
  const { options } = server;
  const [chosen, setChosen] = useState(
    (options.find(({ unsupported }) => unsupported === undefined) ?? options[0])?.key ?? '',
  );
  const option = options.find(({ key }) => key === chosen);
  if (server.status === 'deleted') return null;
  if (option === undefined) return <p className={styles.quiet}>{t('detail.nothing')}</p>;
  return (
    <>
      <section className={styles.part} aria-label={t('detail.ways')}>
        <h3 className={styles.heading}>{t('detail.ways')}</h3>
        <RadioGroup
          label={t('detail.ways')}
          value={chosen}
          onChange={setChosen}
          choices={options.map((one) => ({
            value: one.key,
            label: (
              <Sentence
                text={t('detail.wayOf', { kind: t(`kind.${one.kind}`), ...slots('what') })}
                parts={{
                  what: <HostileText text={what(one)} max={200} end={60} className={styles.mono} />,
                }}
              />
            ),
            hint: one.unsupported === undefined ? undefined : <HostText text={one.unsupported} max={400} />,
            disabled: one.unsupported !== undefined,
          }))}
        />
      </section>
      {option.unsupported === undefined && (
        <Way key={`${server.digest} ${option.key}`} {...{ server, option, id, onAdded }} />
      )}
    </>
  );
}

const what = ({ what: name, version }: InstallOption): string =>
  version === undefined ? name : `${name} ${version}`;

type WayProps = WaysProps & { readonly option: InstallOption };

function Way(props: WayProps) {
  return props.option.kind === 'mcpb' ? <ListedBundle {...props} /> : <ListedPackage {...props} />;
}

function ListedPackage({ server, option, id, onAdded }: WayProps) {
  const { bridge } = useApp();
  const { name, version, digest } = server;
  const installation = useInstallation(`${digest} ${option.key}`, id, option.inputs, (request) =>
    bridge.commands['registry.install']({ name, version, option: option.key, digest, ...request }),
  );
  return <InstallPart installation={installation} inputs={option.inputs} onAdded={onAdded} />;
}

function ListedBundle({ server, option, onAdded }: WayProps) {
  const { t } = useTranslation('browse');
  const [view, setView] = useState<BundleView>();
  const command = useCommand('bundle.read');
  const { name, version, digest } = server;
  const fetch = async (): Promise<void> => {
    const read = await command.run({ registry: { name, version, option: option.key, digest } });
    if (read !== undefined) setView(read);
  };
  if (view !== undefined)
    return (
      <>
        <BundleFactsList view={view} />
        <BundleInstall view={view} onAdded={onAdded} />
      </>
    );
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>{t('detail.bundleNote')}</p>
      <div>
        <Button busy={command.busy} onClick={() => void fetch()}>
          {t('detail.lookInside')}
        </Button>
      </div>
      <CommandNote command={command} />
    </div>
  );
}
