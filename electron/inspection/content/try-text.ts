import { type InspectionAct, stricterAct, type Trial } from '../../../shared/model/inspection.ts';
import { detectTool } from '../detect-tool.ts';
import type { TextKind } from '../finding.ts';
import { COUNTS } from '../verdict.ts';
import { textAt } from '../walk/pointer.ts';
import { foundInWords } from './sentences.ts';
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
    return {
      verdict: 'pass',
      sentences: ['Nothing was found that counts. It goes on as it is.'],
      findings: [],
      complete: true,
    };
  const { reasons, changed, sightings } = judged;
  const verdict = reasons.reduce<InspectionAct>((most, { act }) => stricterAct(most, act), 'pass');
  return {
    verdict,
    sentences: reasons.map((reason) => `It ${foundInWords(reason)}${WHAT_HAPPENS[reason.act](reason)}`),
    findings: shown(whereOf(about.form), sightings, redact),
    ...(changed === undefined || verdict === 'block' ? {} : { text: textIn(changed) }),
    complete: !reasons.some(({ watch }) => watch === 'unread'),
  };
}

const WHAT_HAPPENS: Readonly<Record<InspectionAct, (reason: Reason) => string>> = {
  pass: () => '. Nothing happens.',
  note: () => '. That is noted in the log, and it goes on.',
  mask: ({ watch }) =>
    watch === 'hidden'
      ? '. That is taken out, and the rest goes on.'
      : watch === 'secret' || watch === 'personal'
        ? '. That is masked, and the rest goes on.'
        : '. Notices around it tell the AI not to follow them.',
  ask: () => '. You are asked before it goes on.',
  block: () => '. It does not go on.',
};

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
  const sentences: string[] = [];
  if (orders)
    sentences.push(
      'It gives orders to the AI. A tool that says this is on hold until you have looked at it.',
    );
  if (hidden)
    sentences.push(
      'It has text in it that is not shown. A tool with it is on hold until you have looked at it.',
    );
  if (!complete)
    sentences.push('It could not be looked at whole. A tool with it is on hold until you have looked at it.');
  const noted = counted.length > 0;
  if (sentences.length === 0)
    sentences.push(
      noted
        ? 'It has secrets or personal data in it. They are shown when the tool is reviewed.'
        : 'Nothing was found that counts.',
    );
  return {
    verdict: orders || hidden || !complete ? 'ask' : noted ? 'note' : 'pass',
    sentences,
    findings: shownFindings(
      'answer',
      findings,
      definition === undefined ? () => text : (path) => textAt(definition, path) ?? '',
      redact,
    ),
    complete,
  };
}
