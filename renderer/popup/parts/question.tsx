import { useTranslation } from 'react-i18next';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { ArgsView } from '../args/args-view.tsx';
import { AskedContent, isAsked } from '../asks/asked-content.tsx';
import { FormFields } from '../asks/form-fields.tsx';
import { usePopup, usePopupState } from '../popup-context.tsx';
import { editProblem } from '../state/edit.ts';
import { answersOf, changedArguments, draftOf } from '../state/popup-state.ts';
import { markedIn, markedInAnswer, Reasons } from '../reasons/reasons.tsx';
import { Details } from './details.tsx';
import { EffectIcon } from './effect-icon.tsx';
import styles from './question.module.css';
import { PolicySaid } from './policy-said.tsx';
import { Said, Value as Framed } from './words.tsx';

const NAME_UNITS = 80;
const NAME_END = 20;
const WHY_UNITS = 400;

function Content({ call }: { call: HeldCall }) {
  const { t } = useTranslation('popup');
  const changed = usePopupState((state) => changedArguments(draftOf(state, call.id)));
  const edited = changed !== undefined && editProblem(changed) === undefined;
  const text = edited
    ? { head: changed, bytes: new TextEncoder().encode(changed).length }
    : (call.args ?? { head: '', bytes: 0 });
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{edited ? t('contentEdited') : t('content')}</h2>
      {edited && <p className={styles.note}>{t('editedNote')}</p>}
      <div className={styles.box}>
        <ArgsView key={text.head} text={text} marked={markedIn(call)} />
      </div>
    </section>
  );
}

/** What the server answered; what it was asked is among the details. */
function Returned({ call }: { call: HeldCall }) {
  const { t } = useTranslation('popup');
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{t('returned')}</h2>
      <div className={styles.box}>
        <ArgsView text={call.returned ?? { head: '', bytes: 0 }} marked={markedInAnswer(call)} />
      </div>
    </section>
  );
}

/** What the answer is about: an answer of a server, its question, or what would be sent. */
function Body({ call, id }: { call: HeldCall; id: string }) {
  if (call.about === 'answer') return <Returned call={call} />;
  return isAsked(call) ? <Asked call={call} id={id} /> : <Content call={call} />;
}

/** What a server asks: to be filled in where Doorward puts the question, else to read. */
function Asked({ call, id }: { call: HeldCall; id: string }) {
  const { popup } = usePopup();
  const draft = usePopupState((state) => draftOf(state, call.id));
  if (call.answer !== 'form' || call.form === undefined) return <AskedContent call={call} id={id} />;
  return (
    <FormFields
      form={call.form}
      draft={answersOf(call, draft)}
      tried={draft.tried}
      onChange={(answers) => popup.draft({ answers })}
    />
  );
}

/** One call, in the order in which a person needs it: what, where, why, with what. */
export function Question({ call, id }: { call: HeldCall; id: string }) {
  const { t } = useTranslation('popup');
  const { destination, second, server, serverSays, why, whyWords } = call;
  return (
    <>
      <div className={styles.head}>
        <EffectIcon effect={call.effect} />
        <div className={styles.words}>
          <h1 id={`${id}-sentence`} className={styles.sentence}>
            <Said words={call.sentence} />
          </h1>
          {second !== undefined && call.url === undefined && (
            <p id={`${id}-second`} className={styles.second}>
              <Said words={second} max={400} end={160} />
            </p>
          )}
        </div>
      </div>
      <dl className={styles.facts}>
        {destination !== undefined && (
          <div className={styles.fact}>
            <dt>{t('where')}</dt>
            <dd>
              <Said words={destination} />
            </dd>
          </div>
        )}
        <div className={styles.fact}>
          <dt>{t('server')}</dt>
          <dd>
            <HostileText text={server} max={NAME_UNITS} end={NAME_END} />
            {serverSays !== undefined && (
              <span className={styles.says}>
                {' '}
                <Sentence
                  text={t('saysItIs', slots('name'))}
                  parts={{ name: <Framed text={serverSays} max={NAME_UNITS} end={NAME_END} /> }}
                />
              </span>
            )}
          </dd>
        </div>
        {why.length > 0 && (
          <div className={styles.fact}>
            <dt>{t('why')}</dt>
            <dd>
              {why.map((sentence, index) => (
                <p key={index}>
                  {whyWords?.[index] === undefined ? (
                    <HostText text={sentence} max={WHY_UNITS} end={80} />
                  ) : (
                    <PolicySaid words={whyWords[index]} />
                  )}
                </p>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <Reasons call={call} place="popup" />
      <Body call={call} id={`${id}-second`} />
      <Details call={call} />
    </>
  );
}
