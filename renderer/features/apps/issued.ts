import type { KnownApp } from '../../../shared/model/ai-app.ts';
import { useKept } from '../../store/use-kept.ts';

/** A key that was just made. It is in this window only, until the person is done with it. */
export interface Issued {
  readonly id: string;
  readonly app: KnownApp;
  readonly token: string;
  /** When it was made: an app that was seen later has come with it. */
  readonly since: number;
}

/** The keys that are being shown, by the id of their app. */
export function useIssued(): readonly [
  Readonly<Record<string, Issued>>,
  (id: string, issued: Issued | undefined) => void,
] {
  const [all, setAll] = useKept<Readonly<Record<string, Issued>>>('apps.issued', {});
  return [
    all,
    (id, issued) =>
      setAll((before) => {
        const others = Object.fromEntries(Object.entries(before).filter(([key]) => key !== id));
        return issued === undefined ? others : { ...others, [id]: issued };
      }),
  ];
}
