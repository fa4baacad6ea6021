/** Where "now" comes from: milliseconds since the epoch. */
export type Clock = () => number;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers, sizes and times as people read them, in one language. */
export interface Format {
  readonly number: (value: number) => string;
  /** With at most one digit behind the point: "0.7". */
  readonly tenth: (value: number) => string;
  /** "340 ms", "1.2 s", "3 min". */
  readonly duration: (ms: number) => string;
  /** "812 B", "4.2 kB", "1.2 MB". */
  readonly bytes: (count: number) => string;
  /** "2 min ago"; undefined when it is less than ten seconds: say "just now". */
  readonly ago: (at: number) => string | undefined;
  /** "14:03:27", with milliseconds when asked. */
  readonly clock: (at: number, milliseconds?: boolean) => string;
  /** "14:03". */
  readonly minute: (at: number) => string;
  /** What is left of a short time, rounded up: "0:38", "12:04". */
  readonly countdown: (ms: number) => string;
  /** "26 Nov 2026, 14:03". */
  readonly date: (at: number) => string;
  /** "a, b and c". */
  readonly all: (parts: readonly string[]) => string;
  /** "a, b or c". */
  readonly either: (parts: readonly string[]) => string;
}

/** What `Intl` is asked for where the windows speak `catalogue`. */
export function localeOf(catalogue: string): string {
  // British forms are the short ones: "2 min ago", "26 Nov 2026, 14:03". A pseudo-locale is English too.
  if (/^en\b/.test(catalogue)) return 'en-GB';
  // The digits of addresses, sizes and codes are these; two kinds of digits in one sentence are hard to read.
  return catalogue === 'ar' ? 'ar-u-nu-latn' : catalogue;
}

/** Makes the formatters of the catalogue's language; `now` is asked each time. */
export function createFormat(catalogue: string, now: Clock): Format {
  const language = localeOf(catalogue);
  const integer = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  // The symbols of units are the same in every language, unlike the abbreviations that Intl makes of them.
  const sizes = ['B', 'kB', 'MB', 'GB', 'TB'];
  // Many languages shorten with a point, and a sentence that ends with this has one already.
  const style = language === 'en-GB' ? 'short' : 'long';
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'always', style });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium', hourCycle: 'h23' });
  const minute = new Intl.DateTimeFormat(language, { timeStyle: 'short', hourCycle: 'h23' });
  const precise = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  });
  const date = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });

  const all = new Intl.ListFormat(language, { type: 'conjunction' });
  const either = new Intl.ListFormat(language, { type: 'disjunction' });

  return {
    number: (value) => integer.format(value),
    tenth: (value) => tenth.format(value),
    duration: (value) => {
      if (value < 999.5) return `${integer.format(value)} ms`;
      if (value < 9950) return `${tenth.format(value / 1000)} s`;
      if (value < 59_500) return `${integer.format(value / 1000)} s`;
      if (value < HOUR) return `${integer.format(value / MINUTE)} min`;
      return `${tenth.format(value / HOUR)} h`;
    },
    bytes: (count) => {
      let size = count;
      let step = 0;
      while (size >= 999.5 && step < sizes.length - 1) {
        size /= 1000;
        step += 1;
      }
      return `${(step > 0 && size < 9.95 ? tenth : integer).format(size)} ${sizes[step] ?? ''}`;
    },
    ago: (at) => {
      const past = Math.max(0, now() - at);
      if (past < 10_000) return undefined;
      if (past < MINUTE) return relative.format(-Math.floor(past / 1000), 'second');
      if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), 'minute');
      if (past < DAY) return relative.format(-Math.floor(past / HOUR), 'hour');
      return relative.format(-Math.floor(past / DAY), 'day');
    },
    clock: (at, milliseconds = false) => (milliseconds ? precise : time).format(at),
    minute: (at) => minute.format(at),
    countdown: (ms) => {
      const seconds = Math.max(0, Math.ceil(ms / 1000));
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    },
    date: (at) => date.format(at),
    all: (parts) => all.format(parts),
    either: (parts) => either.format(parts),
  };
}
