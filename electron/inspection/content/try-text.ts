import { type InspectionAct, stricterAct, type Trial } from '../../../shared/model/inspection.ts';
import type { Saying, Words } from '../../../shared/model/words.ts';
import { kindInEnglish } from '../../../shared/texts/kind-names.ts';
import { type ReasonTextKey, reasonTexts } from '../../../shared/texts/reasons/texts.ts';
import { sayInEnglish } from '../../../shared/texts/say.ts';
import { detectTool } from '../detect-tool.ts';
import type { TextKind } from '../finding.ts';
import { COUNTS } from '../verdict.ts';
import { textAt } from '../walk/pointer.ts';
import { shown, shownFindings } from './shown.ts';
import { type Form, type Judged, type Reason, type Task, whereOf } from './task.ts';

/** A text that a person wants to know about. */
export interface Pasted {
  readonly text: string;
  readonly as: 'tool' | 'result' | 'argument';
  /** Ids; any server and any AI app when left out. */
  readonly server?: string | undefined;
  readonly client?: string | undefined;
}

export interface TryPorts {
  readonly redact: (text: string) => string;
  readonly task: (form: Form, kind: TextKind, method: string) => Task;
  readonly judge: (bytes: Buffer, task: Task) => Promise<Judged | undefined>;
}

/**
 * What would happen to a text: it is put into a message and judged as on the road. A definition of a tool is judged as in
 * a review.
 */
export async function tryText({ text, as }: Pasted, { redact, task, judge }: TryPorts): Promise<Trial> {
  if (as === 'tool') return tryTool(text, redact);
  const about =
    as === 'argument' ? task('arguments', 'argument', 'tools/call') : task('result', 'result', 'tools/call');
  const message = as === 'argument' ? { text } : { content: [{ type: 'text', text }] };
  const judged = await judge(Buffer.from(JSON.stringify(message)), about);
  if (judged === undefined)
    return { verdict: 'pass', ...inWords([[words('trial.nothing')]]), findings: [], complete: true };
  const { reasons, changed, sightings } = judged;
  const verdict = reasons.reduce<InspectionAct>((most, { act }) => stricterAct(most, act), 'pass');
  return {
    verdict,
    ...inWords(reasons.map((reason) => [foundWords(reason), words(`trial.then.${happens(reason)}`)])),
    findings: shown(whereOf(about.form), sightings, redact),
    ...(changed === undefined || verdict === 'block' ? {} : { text: textIn(changed) }),
    complete: !reasons.some(({ watch }) => watch === 'unread'),
  };
}

const words = (key: ReasonTextKey, params: Words['params'] = {}): Words => ({ key, params });

/** What is said of a trial, as data and in English. */
const inWords = (said: Saying[]): Pick<Trial, 'said' | 'sentences'> => ({
  said,
  sentences: said.map((one) => sayInEnglish(reasonTexts, one)),
});

const MOST_TYPES = 6;

/** What was found. Types are the words of the detectors: `github-token` is "GitHub token". */
function foundWords({ watch, types }: Reason): Words {
  if (types.length === 0 || watch === 'unread' || watch === 'injection-low' || watch === 'injection-high')
    return words(`trial.${watch}`);
  const named = types.slice(0, MOST_TYPES).map(kindInEnglish);
  return words(`trial.${watch}-types`, { types: types.length > MOST_TYPES ? [...named, '…'] : named });
}

function happens({ act, watch }: Reason): InspectionAct | 'remove' | 'fence' {
  if (act !== 'mask') return act;
  if (watch === 'hidden') return 'remove';
  return watch === 'secret' || watch === 'personal' ? 'mask' : 'fence';
}

function textIn(changed: Uint8Array): string {
  const value = JSON.parse(Buffer.from(changed).toString('utf8')) as {
    text?: string;
    content?: { text: string }[];
  };
  return value.content?.map((part) => part.text).join('\n') ?? value.text ?? '';
}

/** The definition that a pasted text is JSON of. */
function definitionIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A tool is not asked about call by call: what is found holds it until somebody has looked. */
function tryTool(text: string, redact: (text: string) => string): Trial {
  const definition = definitionIn(text);
  const { findings, complete } = detectTool(definition ?? { description: text });
  const counted = findings.filter(({ score }) => score >= COUNTS);
  const orders = counted.some(({ detector }) => detector === 'injection');
  const hidden = counted.some(({ detector }) => detector === 'hidden');
  const noted = counted.length > 0;
  const kept: Saying = [
    ...(orders ? [words('trial.tool.orders')] : []),
    ...(hidden ? [words('trial.tool.hidden')] : []),
    ...(complete ? [] : [words('trial.tool.unread')]),
  ];
  const said = kept.length > 0 ? kept : [words(noted ? 'trial.tool.private' : 'trial.tool.nothing')];
  return {
    verdict: orders || hidden || !complete ? 'ask' : noted ? 'note' : 'pass',
    ...inWords(said.map((one) => [one])),
    findings: shownFindings(
      'answer',
      findings,
      definition === undefined ? () => text : (path) => textAt(definition, path) ?? '',
      redact,
    ),
    complete,
  };
}
