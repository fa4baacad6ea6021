import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedPrompt, PromptPart } from '../../../shared/model/server-asks.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useFormat } from '../../store/app-context.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Value } from '../args/value.tsx';
import styles from './asks.module.css';

/** Pieces that are drawn at first and with each step; the last ones are always among them. */
const FIRST = 20;
const STEP = 100;
const LAST = 3;
const NAME_UNITS = 120;
const HINTS_UNITS = 300;

/** Of base64, four characters for three bytes. */
const bytesOf = (characters: number): number => Math.floor((characters / 4) * 3);

function Part({ part }: { part: PromptPart }) {
  const { t } = useTranslation('popup');
  const { t: said } = useTranslation('approval');
  const { bytes } = useFormat();
  const { from, kind, text, media } = part;
  const name = kind === 'text' ? undefined : t(`asks.kind.${kind}`);
  return (
    <div className={styles.part}>
      <h3 className={styles.whose}>
        {said(`prompt.${from}`)}
        {name !== undefined && ` · ${name}`}
      </h3>
      {media === undefined ? (
        <div className={styles.text}>{text === '' ? t('empty') : <Value text={text} />}</div>
      ) : (
        <p className={styles.quiet}>
          <Sentence
            text={t('asks.media', { size: bytes(bytesOf(media.size)), ...slots('type') })}
            parts={{ type: <HostileText text={media.mimeType} max={NAME_UNITS} /> }}
          />
        </p>
      )}
    </div>
  );
}

/** A prompt of a server, all of it: whose each text is said to be, with its end, and what else goes along. */
export function PromptView({ prompt }: { prompt: AskedPrompt }) {
  const { t } = useTranslation('popup');
  const { t: said } = useTranslation('approval');
  const [shown, setShown] = useState(FIRST);
  const { parts, tools, maxTokens, hints, rest } = prompt;
  const hidden = Math.max(0, parts.length - shown - LAST);
  const first = hidden === 0 ? parts : parts.slice(0, shown);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('asks.prompt')}</h2>
      <div className={styles.box}>
        {first.map((part, index) => (
          <Part key={index} part={part} />
        ))}
        {hidden > 0 && (
          <>
            <button type="button" className={styles.more} onClick={() => setShown(shown + STEP)}>
              {t('asks.parts', { count: hidden })}
            </button>
            {parts.slice(-LAST).map((part, index) => (
              <Part key={`last ${index}`} part={part} />
            ))}
          </>
        )}
        {tools.map(({ name, description }, index) => (
          <div key={`tool ${index}`} className={styles.part}>
            <h3 className={styles.whose}>
              {said('prompt.tool')} · <HostileText text={name} max={NAME_UNITS} end={20} />
            </h3>
            <div className={styles.text}>{description !== '' && <Value text={description} />}</div>
          </div>
        ))}
        {rest !== '' && (
          <div className={styles.part}>
            <h3 className={styles.whose}>{said('prompt.rest')}</h3>
            <div className={styles.text}>
              <Value text={rest} />
            </div>
          </div>
        )}
      </div>
      <div className={styles.facts}>
        <p>{t('asks.tokens', { count: maxTokens })}</p>
        {hints.length > 0 && (
          <p>
            <Sentence
              text={t('asks.models', slots('models'))}
              parts={{ models: <HostileText text={hints.join(', ')} max={HINTS_UNITS} end={60} /> }}
            />
          </p>
        )}
      </div>
    </section>
  );
}
