import { useTranslation } from 'react-i18next';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { FlowLegs } from './flow-legs.tsx';
import { FoundList } from './found-list.tsx';
import styles from './reasons.module.css';

/** JSON pointers to what was found in the arguments, beside what a rule looked at: both are marked among them. */
export const markedIn = ({ because, found = [] }: HeldCall): readonly string[] => [
  ...because.marked,
  ...found.filter(({ where, path }) => where === 'arguments' && path !== '').map(({ path }) => path),
];

/** The same of an answer. */
export const markedInAnswer = ({ found = [] }: HeldCall): readonly string[] =>
  found.filter(({ where, path }) => where === 'answer' && path !== '').map(({ path }) => path);

export interface ReasonsProps {
  readonly call: HeldCall;
  /** Where it stands, which decides how its headings look. */
  readonly place: 'popup' | 'window';
  /** Leads to a call of the log, where there is a place for that. */
  readonly onOpen?: (call: string) => void;
}

/** What made it ask, in detail: what would leave, and what was found. Nothing when a rule alone asks. */
export function Reasons({ call, place, onOpen }: ReasonsProps) {
  const { t } = useTranslation('popup');
  const { flow, found = [] } = call;
  return (
    <>
      {flow !== undefined && (
        <section className={styles[place]}>
          <h2>{t('reasons.flow')}</h2>
          <FlowLegs call={call} flow={flow} onOpen={onOpen} />
        </section>
      )}
      {found.length > 0 && (
        <section className={styles[place]}>
          <h2>{t(call.about === 'answer' ? 'reasons.foundInAnswer' : 'reasons.found')}</h2>
          <FoundList found={found} />
        </section>
      )}
    </>
  );
}
