import {
  type ArgCondition,
  ruleAction,
  type RuleBody,
  ruleBody,
  type TimeWindow,
} from '../../shared/model/policy.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Given, text, texts } from './command.ts';

/** The flags that say what a rule is about, for `rule add` and `rule simulate`. */
export const RULE_OPTIONS = {
  action: { type: 'string', value: 'A', help: `One of ${ruleAction.options.join(', ')}.` },
  client: { type: 'string', value: 'NAME', help: 'Only for this AI app.' },
  role: { type: 'string', value: 'R', help: 'Only for AI apps of this role.' },
  server: { type: 'string', value: 'ID', help: 'Only on this server.' },
  tool: { type: 'string', value: 'GLOB', help: 'Only these tools, prompts or resource URIs.' },
  kind: {
    type: 'string',
    value: 'K',
    help: 'tool, prompt, resource, completion, sampling, elicitation, roots.',
  },
  effect: {
    type: 'string',
    multiple: true,
    value: 'E',
    help: 'read, write, send, run, destroy, spend, unknown.',
  },
  arg: {
    type: 'string',
    multiple: true,
    value: 'POINTER=TEST',
    help: 'What an argument has to be: equals:JSON, one-of:[JSON], glob:P, regex:P, range:1..5, in:FOLDER, host:H, recipient:R, program:W W, absent.',
  },
  hours: { type: 'string', value: 'DAYS TIME-TIME', help: 'Only then, such as "mon-fri 09:00-17:00".' },
  for: { type: 'string', value: 'SPAN', help: 'Ends after 15m, 2h, 7d.' },
  note: { type: 'string', value: 'TEXT', help: 'A note for people.' },
} as const;

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const SPANS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The rule that the flags describe, or what is wrong with them. `now` in ms since the epoch. */
export function ruleFrom(given: Given, now: number): Result<RuleBody> {
  const args: ArgCondition[] = [];
  for (const one of texts(given, 'arg')) {
    const condition = conditionOf(one);
    if (!condition.ok) return condition;
    args.push(condition.value);
  }
  const hours = text(given, 'hours');
  const window = hours === undefined ? ok(undefined) : windowOf(hours);
  if (!window.ok) return window;
  const span = text(given, 'for');
  const until = span === undefined ? undefined : endOf(span, now);
  if (span !== undefined && until === undefined)
    return fail('usage', '--for needs a span like 15m, 2h or 7d.');
  const effects = texts(given, 'effect');
  const named = Object.fromEntries(
    (['action', 'client', 'role', 'server', 'tool', 'kind', 'note'] as const).flatMap((key) => {
      const value = text(given, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return checked({
    ...named,
    ...(effects.length === 0 ? {} : { effects }),
    ...(args.length === 0 ? {} : { args }),
    ...(window.value === undefined ? {} : { hours: window.value }),
    ...(until === undefined ? {} : { expiresAt: until }),
  });
}

/** A rule as it stands in a file. */
export function ruleFromJson(source: string): Result<RuleBody> {
  try {
    return checked(JSON.parse(source));
  } catch (error) {
    return fail('usage', `The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function checked(value: unknown): Result<RuleBody> {
  const parsed = ruleBody.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  if (where === 'action') return fail('usage', `--action is one of ${ruleAction.options.join(', ')}.`);
  return fail('usage', `The rule was not understood: "${where}": ${issue?.message ?? 'it is not valid'}.`);
}

function conditionOf(source: string): Result<ArgCondition> {
  const cut = source.indexOf('=');
  const pointer = source.slice(0, cut);
  const says = source.slice(cut + 1);
  const wrong = fail(
    'usage',
    `--arg "${source}" was not understood. It looks like --arg /path=in:/home/me/Campaigns`,
  );
  if (cut < 0 || (pointer !== '' && !pointer.startsWith('/'))) return wrong;
  if (says === 'absent') return ok({ pointer, test: { is: 'absent' } });
  const colon = says.indexOf(':');
  const value = says.slice(colon + 1);
  if (colon < 0 || value === '') return wrong;
  try {
    switch (says.slice(0, colon)) {
      case 'equals':
        return ok({ pointer, test: { is: 'equals', value: JSON.parse(value) } });
      case 'one-of':
        return ok({ pointer, test: { is: 'one-of', values: JSON.parse(value) } });
      case 'glob':
        return ok({ pointer, test: { is: 'glob', pattern: value } });
      case 'regex':
        return ok({ pointer, test: { is: 'regex', pattern: value } });
      case 'in':
        return ok({ pointer, test: { is: 'in-folder', folder: value } });
      case 'host':
        return ok({ pointer, test: { is: 'host', pattern: value } });
      case 'recipient':
        return ok({ pointer, test: { is: 'recipient', pattern: value } });
      case 'program':
        return ok({ pointer, test: { is: 'program', words: value.split(/\s+/) } });
      case 'range': {
        const range = /^(-?[\d.]*)\.\.(-?[\d.]*)$/.exec(value);
        if (range === null) return wrong;
        const [min, max] = [range[1], range[2]].map((one) => (one === '' ? undefined : Number(one)));
        return ok({
          pointer,
          test: {
            is: 'range',
            ...(min === undefined ? {} : { min }),
            ...(max === undefined ? {} : { max }),
          },
        });
      }
      default:
        return wrong;
    }
  } catch {
    return fail('usage', `--arg "${source}" does not hold valid JSON behind "${says.slice(0, colon)}:".`);
  }
}

function windowOf(source: string): Result<TimeWindow> {
  const wrong = fail('usage', '--hours looks like "mon-fri 09:00-17:00" or "sat,sun 10:00-14:00".');
  const parts = /^([a-z,-]+) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(source.toLowerCase());
  if (parts === null) return wrong;
  const days = new Set<number>();
  for (const part of (parts[1] ?? '').split(',')) {
    const [first = '', last = first] = part.split('-');
    const from = DAYS.indexOf(first);
    const to = DAYS.indexOf(last);
    if (from < 0 || to < 0) return wrong;
    for (let day = from; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === to) break;
    }
  }
  return ok({ days: [...days].toSorted((a, b) => a - b), from: parts[2] ?? '', to: parts[3] ?? '' });
}

function endOf(span: string, now: number): number | undefined {
  const parts = /^(\d{1,5})([mhd])$/.exec(span);
  const unit = SPANS[parts?.[2] ?? ''];
  return parts === null || unit === undefined ? undefined : now + Number(parts[1]) * unit;
}
