import type { UpdateView } from '../../../shared/ipc/desktop-contract.ts';
import type { Result } from '../../../shared/result.ts';
import type { ShellTexts } from '../texts/shell-texts.ts';
import type { KeptFile } from '../kept-file.ts';
import type { LastLook } from './last-look.ts';
import type { UpdateChannel } from './update-rules.ts';
import { isNewer, isTestVersion } from './version-order.ts';

/** Whoever has the new versions. Every promise may reject, with what happened. */
export interface UpdateSource {
  /** Looks for the newest version of a channel, downloads nothing. Undefined when none is offered. */
  check(channel: UpdateChannel): Promise<string | undefined>;
  /** Gets the version that was found last, checks its digest and signature, and says which one it is. */
  download(): Promise<string>;
  /** Ends the app and installs what was downloaded. */
  install(): Promise<void>;
}

export interface UpdateDeskPorts {
  readonly source: UpdateSource;
  /** The version that runs. */
  readonly current: string;
  /** In the language of now. */
  readonly texts: () => ShellTexts['update'];
  /** What an organisation says now; asked anew before each step. */
  readonly rules: () => Promise<Result<UpdateChannel>>;
  /** Asks the person; true only when they chose `yes`. */
  readonly ask: (question: string, detail: string, yes: string, no: string) => Promise<boolean>;
  readonly tell: (sentence: string) => Promise<void>;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** What the last look found, also before this start. */
  readonly last: KeptFile<LastLook>;
}

export interface UpdateDesk {
  /**
   * Looks for a new version because a person asked to, and leads them through the rest. Nothing is downloaded before they
   * say so, and nothing installed before they say so again. Never rejects; does nothing while another look goes on.
   */
  look(): Promise<void>;
  /**
   * What the window shows. `look` only asks what there is; `get` is the same as `look()` above, dialogs and all.
   */
  view(act: 'show' | 'look' | 'get'): Promise<UpdateView>;
}

/**
 * Updates as a person wants them. What is offered must be newer than what runs, and be finished unless the organisation
 * chose test versions; what was downloaded must be what was agreed to.
 *
 * Attacks: a file that remembers a version that is none; a feed that offers an old version; a feed that changes what it offers between the question and the download;
 * an organisation that switches updates off meanwhile.
 */
export function updateDesk(ports: UpdateDeskPorts): UpdateDesk {
  const { source, current, texts, rules, ask, tell, log } = ports;
  let busy = false;
  const before = ports.last.read();
  // A clock that was set back does not make a look of the future.
  let lookedAt = before !== undefined && before.lookedAt <= ports.now() ? before.lookedAt : undefined;
  // It may be what runs by now, and a file says what it likes.
  const { offered: was } = (lookedAt === undefined ? undefined : before) ?? {};
  let newer = was !== undefined && isNewer(was, current) ? was : undefined;
  let failed = false;

  async function offered(channel: UpdateChannel): Promise<string | undefined> {
    const version = await source.check(channel);
    newer = judged(version, channel);
    lookedAt = ports.now();
    ports.last.write({ version: 1, lookedAt, ...(newer === undefined ? {} : { offered: newer }) });
    return newer;
  }

  function judged(version: string | undefined, channel: UpdateChannel): string | undefined {
    if (version === undefined || version === current) return undefined;
    if (isNewer(version, current) && (channel === 'beta' || !isTestVersion(version))) return version;
    log('A version was offered that is not taken', { version: version.slice(0, 80), channel });
    return undefined;
  }

  /** The channel, or nothing once the person was told why not. */
  async function allowed(): Promise<UpdateChannel | undefined> {
    const rule = await rules();
    if (rule.ok) return rule.value;
    await tell(rule.message);
    return undefined;
  }

  async function lead(): Promise<void> {
    const channel = await allowed();
    if (channel === undefined) return;
    const version = await offered(channel);
    if (version === undefined) return tell(texts().newest(current));
    if (!(await ask(texts().found(version), texts().foundDetail(current), texts().get, texts().notNow)))
      return;
    const still = await allowed();
    if (still === undefined) return;
    if (still === 'stable' && isTestVersion(version)) return tell(texts().off);
    const got = await source.download();
    if (got !== version) {
      log('Another version came than was agreed to', { agreed: version, came: got.slice(0, 80) });
      return tell(texts().another);
    }
    if (!(await ask(texts().ready(version), texts().readyDetail, texts().install, texts().notNow))) return;
    if ((await allowed()) !== undefined) await source.install();
  }

  /** One at a time; whatever it rejects with is written down. */
  async function alone(act: () => Promise<unknown>, onFailure: () => Promise<unknown>): Promise<void> {
    if (busy) return;
    busy = true;
    failed = false;
    try {
      await act();
    } catch (error) {
      failed = true;
      log('Updating failed', {
        reason: String(error instanceof Error ? error.message : error).slice(0, 500),
      });
      await onFailure().catch(() => undefined);
    } finally {
      busy = false;
    }
  }
  const look = (): Promise<void> => alone(lead, () => tell(texts().failed));

  return {
    look,
    async view(act) {
      const rule = await rules();
      if (!rule.ok) return { way: rule.code === 'off' ? 'off' : 'unknown', failed: false };
      if (act === 'look')
        await alone(
          () => offered(rule.value),
          () => Promise.resolve(),
        );
      if (act === 'get') await look();
      const fits = newer !== undefined && (rule.value === 'beta' || !isTestVersion(newer));
      return {
        way: 'self',
        ...(fits ? { offered: newer } : {}),
        ...(lookedAt === undefined ? {} : { lookedAt }),
        failed,
      };
    },
  };
}
