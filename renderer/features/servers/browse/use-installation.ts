import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstallOutcome } from '../../../../shared/ipc/registry-contract.ts';
import type { Wire } from '../../../../shared/ipc/window.ts';
import type { InstallAnswer, InstallInput, InstallProblem } from '../../../../shared/model/registry.ts';
import { isNamed, SERVER_NAME } from '../../../../shared/model/names.ts';
import { useHost } from '../../../store/app-context.tsx';
import type { CommandError } from '../../../store/use-command.ts';
import { useKept } from '../../../store/use-kept.ts';
import { answersOf, type FormDraft } from './form-draft.ts';

/** What is asked of the host: what would be added, or that it is. */
export interface InstallRequest {
  readonly id: string;
  readonly answers: InstallAnswer[];
  readonly dryRun: boolean;
}

export interface Installation {
  readonly draft: FormDraft;
  readonly setDraft: (draft: FormDraft) => void;
  readonly id: string;
  readonly setId: (id: string) => void;
  /** Why the name cannot be, once the person has tried. */
  readonly idProblem: 'wrongId' | 'taken' | undefined;
  /** What would be added as it is filled in now. */
  readonly outcome: InstallOutcome | undefined;
  readonly problems: readonly InstallProblem[];
  readonly command: {
    readonly busy: boolean;
    readonly error: CommandError | undefined;
    readonly progress: undefined;
  };
  /** Adds it; the id of the server when that went well. */
  readonly add: () => Promise<string | undefined>;
  /** How often the person has tried. */
  readonly tried: number;
}

interface Typed {
  readonly draft: FormDraft;
  readonly id: string | undefined;
}
const UNTOUCHED: Typed = { draft: {}, id: undefined };
/** As long as somebody types, nobody is asked. */
const PAUSE_MS = 150;

/**
 * A server that is being added: what was typed stays, also when the tray leads elsewhere, and what would come of it is
 * asked of the host, which is the only one that knows. Secrets are sent when it is added, and not before. `key` names
 * what is added: of another thing nothing that was typed holds.
 */
export function useInstallation(
  key: string,
  suggestedId: string,
  inputs: readonly InstallInput[],
  ask: (request: InstallRequest) => Promise<Wire<InstallOutcome>>,
): Installation {
  const { t } = useTranslation();
  const [typed, setTyped] = useKept<Typed>(`install ${key}`, UNTOUCHED);
  const [outcome, setOutcome] = useState<InstallOutcome>();
  const [error, setError] = useState<CommandError>();
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(0);
  const servers = useHost((host) => host.servers);
  const { draft } = typed;
  const id = typed.id ?? suggestedId;
  const wellNamed = isNamed(SERVER_NAME, id);
  const taken = servers.some((server) => server.id === id);
  const asking = useRef(ask);
  asking.current = ask;

  const veiled = JSON.stringify(answersOf(inputs, draft, { veiled: true }));
  const named = wellNamed ? id : suggestedId;
  useEffect(() => {
    let late = false;
    const timer = setTimeout(() => {
      const answers = JSON.parse(veiled) as InstallAnswer[];
      void asking
        .current({ id: named, answers, dryRun: true })
        .catch(() => undefined)
        .then((wire) => {
          if (late) return;
          if (wire?.ok === true) setOutcome(wire.value);
          setError(
            wire === undefined
              ? { code: 'no-answer', message: t('noAnswer') }
              : wire.ok
                ? undefined
                : { code: wire.code, message: wire.message },
          );
        });
    }, PAUSE_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [key, named, veiled, t]);

  return {
    draft,
    setDraft: (next) => setTyped({ ...typed, draft: next }),
    id,
    setId: (next) => setTyped({ ...typed, id: next }),
    idProblem: tried === 0 ? undefined : !wellNamed ? 'wrongId' : taken ? 'taken' : undefined,
    outcome,
    problems: tried === 0 ? [] : (outcome?.problems ?? []),
    command: { busy, error, progress: undefined },
    tried,
    async add() {
      if (busy) return undefined;
      setTried((count) => count + 1);
      if (!wellNamed || taken || outcome === undefined || outcome.problems.length > 0) return undefined;
      setBusy(true);
      setError(undefined);
      const wire = await asking
        .current({ id, answers: answersOf(inputs, draft), dryRun: false })
        .catch(() => undefined);
      setBusy(false);
      if (wire?.ok === true) {
        setTyped(UNTOUCHED);
        return wire.value.id;
      }
      setError({ code: wire?.code ?? 'no-answer', message: wire?.message ?? t('noAnswer') });
      return undefined;
    },
  };
}
