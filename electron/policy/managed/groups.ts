/**
 * Groups of the account that runs this. `unknown: 'names'`: it is in a group whose name the system did not tell.
 * `unknown: 'all'`: nothing is known of its groups.
 */
export interface Groups {
  readonly groups: readonly string[];
  readonly unknown?: 'names' | 'all';
}

/** What a letter became that cannot be read; no policy can mean a name with it. */
export const UNREADABLE = '\uFFFD';

/** Of an account of which the system told nothing: it may be in any group. */
export const NO_GROUPS_KNOWN: Groups = { groups: [], unknown: 'all' };

/**
 * The groups in what `id` prints (`uid=1000(jane) gid=1000(jane) groups=1000(jane),27(sudo)`), the one output that names
 * with spaces survive. Attack: a group called "guests admins" makes its members count as admins, because its name was
 * split where a space is.
 */
export function groupsOfId(stdout: Buffer): Groups {
  const list = /^uid=\d.*? groups=(\d.*?)(?: context=\S*)?$/.exec(stdout.toString('utf8').trimEnd())?.[1];
  if (list === undefined) return NO_GROUPS_KNOWN;
  const entries = list.split(/,(?=\d+(?:[(,]|$))/).map((one) => /^\d+\((.+)\)$/.exec(one)?.[1]);
  const groups = entries.filter((name) => name !== undefined);
  return { groups, ...(groups.length === entries.length ? {} : { unknown: 'names' }) };
}

const SID = /^S-1-\d+(?:-\d+)+$/;
/** A list of texts in quotes, parted by commas; a quote inside is written twice. */
const CSV_LINE = /^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/;
const CSV_TEXT = /"((?:[^"]|"")*)"/g;

/**
 * The groups in what `whoami /groups /fo csv /nh` prints, each by its name with its domain and by its SID. Columns are
 * known by their place (name, kind, SID, attributes), for all words are in the language of the system. The output is in
 * a code page that nothing tells, so letters beyond ASCII are not read. One line that is not understood, and nothing is
 * known.
 */
export function groupsOfWhoami(stdout: Buffer): Groups {
  const lines = stdout
    .toString('latin1')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const groups: string[] = [];
  let nameless = false;
  for (const line of lines) {
    if (!CSV_LINE.test(line)) return NO_GROUPS_KNOWN;
    const [name = '', , sid = ''] = [...line.matchAll(CSV_TEXT)].map(([, text = '']) =>
      text.replaceAll('""', '"').trim(),
    );
    if (!SID.test(sid)) return NO_GROUPS_KNOWN;
    if (name === '') nameless = true;
    else groups.push(name.replaceAll(/[^\x20-\x7e]/g, UNREADABLE));
    groups.push(sid);
  }
  if (groups.length === 0) return NO_GROUPS_KNOWN;
  return { groups, ...(nameless ? { unknown: 'names' } : {}) };
}

/** Whether a policy names a group by its SID, which has no language and no letters that cannot be read. */
export const isSid = (name: string): boolean => SID.test(name.toUpperCase());
