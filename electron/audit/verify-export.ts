import { createReadStream } from 'node:fs';
import { type Checkpoint, judgeCheckpoints } from './checkpoint.ts';
import {
  cellsOf,
  checkpointLine,
  type ExportHead,
  exportHead,
  type ExportSeal,
  noLines,
  rowHead,
  sealLine,
  sealText,
  withLine,
} from './export-lines.ts';
import { cutOff, type Finding, foundWrong, rowCount } from './findings.ts';
import type { VerifyAgainst, VerifyReport } from './log.ts';
import { chainHash } from './row.ts';
import { signatureJudge } from './signer.ts';

/** No line of an export is longer. */
const maxLine = 256 * 1024;

/** Lines of a file, without their ends; throws on one that is too long. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    let start = 0;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
      yield new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rest.subarray(start, end));
      start = end + 1;
    }
    rest = rest.subarray(start);
    if (rest.length > maxLine) throw new Error('a line is too long');
  }
  if (rest.length > 0) yield new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rest);
}

/** Checks the lines of one export, one after the other. */
class Checker {
  head: ExportHead | undefined;
  rows = 0;
  lastSeq = 0;
  firstSeq: number | undefined;
  ended = false;
  /** The newest row that a good seal vouches for. */
  signedTo = 0;
  readonly checkpoints: Checkpoint[] = [];
  /** A row that is missing at its place; found later, it stands at another. */
  missing: number | undefined;
  /** The first row that no seal vouches for yet. */
  #unsealed: number | undefined;
  #lines = 0;
  #digest = noLines;
  #lastHash = '';
  #judge: ReturnType<typeof signatureJudge> | undefined;

  /** Takes one line; gives what is wrong with it. */
  take(line: string): Finding | undefined {
    if (this.ended)
      return { problem: 'added', firstBad: this.lastSeq + 1, more: 'Something follows its last line.' };
    const value = parse(line);
    if (this.head === undefined) return this.#begin(line, value);
    const row = rowHead.safeParse(value);
    const found = row.success ? this.#row(row.data) : this.#other(value);
    if (found !== undefined) return found;
    this.#lines += 1;
    this.#digest = withLine(this.#digest, line);
    return undefined;
  }

  /** What is wrong with the whole. */
  end(against: VerifyAgainst): Finding | undefined {
    if (!this.ended) return cutOff(this.lastSeq, this.signedTo);
    const { head } = this;
    if (head === undefined) return { problem: 'damaged' };
    const { keys } = against;
    if (keys !== undefined && keys.length > 0 && (head.key === null || !keys.includes(head.key)))
      return {
        problem: 'signature',
        more: head.key === null ? 'It is not signed.' : `It is signed by another key: ${head.key}.`,
      };
    const { wrong } = judgeCheckpoints(this.checkpoints);
    return wrong === undefined ? undefined : { problem: 'signature', more: wrong };
  }

  #begin(line: string, value: unknown): Finding | undefined {
    const parsed = exportHead.safeParse(value);
    if (!parsed.success) return { problem: 'damaged' };
    this.head = parsed.data;
    this.lastSeq = Math.max(parsed.data.first - 1, 0);
    this.#judge = parsed.data.key === null ? undefined : signatureJudge(parsed.data.key);
    this.#lines = 1;
    this.#digest = withLine(this.#digest, line);
    return undefined;
  }

  #row(line: ReturnType<typeof rowHead.parse>): Finding | undefined {
    const { seq, hash, previous } = line;
    const expected = this.lastSeq + 1;
    const all = this.head?.only === undefined;
    if (seq < expected) return { problem: 'added', firstBad: seq };
    if (all && seq > expected) {
      this.missing = expected;
      return { problem: 'deleted', firstBad: expected };
    }
    const cells = cellsOf(line);
    if (cells === undefined || chainHash(previous, seq, cells) !== hash)
      return { problem: 'changed', firstBad: seq };
    if (seq === expected && this.#lastHash !== '' && previous !== this.#lastHash)
      return { problem: 'changed', firstBad: seq };
    this.firstSeq ??= seq;
    this.#unsealed ??= seq;
    this.lastSeq = seq;
    this.#lastHash = hash;
    this.rows += 1;
    return undefined;
  }

  #other(value: unknown): Finding | undefined {
    const mark = checkpointLine.safeParse(value);
    if (mark.success) {
      const { checkpoint } = mark.data;
      this.checkpoints.push(checkpoint);
      return checkpoint.seq === this.lastSeq && this.#lastHash !== '' && checkpoint.hash !== this.#lastHash
        ? { problem: 'rewritten', firstBad: this.#unsealed ?? this.lastSeq }
        : undefined;
    }
    const sealed = sealLine.safeParse(value);
    return sealed.success ? this.#seal(sealed.data.seal) : this.#unfit();
  }

  #seal(seal: ExportSeal): Finding | undefined {
    if (seal.lines !== this.#lines || seal.digest !== this.#digest) return this.#unfit();
    if (
      this.#judge === undefined ? seal.signature !== null : !this.#judge(sealText(seal), seal.signature ?? '')
    )
      return this.#unfit();
    // Every row was vouched for by the end, none is left out there: it is what makes a shortened file known.
    if (seal.end && this.head?.only === undefined && this.lastSeq !== this.head?.last)
      return cutOff(this.lastSeq, this.signedTo);
    this.ended = seal.end;
    this.#unsealed = undefined;
    this.signedTo = this.lastSeq;
    return undefined;
  }

  /** Something between the last seal and here is not as it was made. */
  #unfit(): Finding {
    const from = this.#unsealed ?? this.lastSeq + 1;
    const more = `What does not fit lies between row ${from} and row ${Math.max(this.lastSeq, from)}, or in what stands between them.`;
    return { problem: 'rewritten', firstBad: from, more };
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Verifies an export in JSON lines by the public key that it names. A line that was changed, added, taken away or
 * moved is found, by its row where the row itself shows it and otherwise between two seals; so is a missing end.
 * What it cannot know: whose key it is (see `against.keys`), and whether there is a newer export. Never throws.
 */
export async function verifyExport(
  path: string,
  onProgress: (rows: number) => void = () => {},
  against: VerifyAgainst = {},
): Promise<VerifyReport> {
  const checker = new Checker();
  const known = () => {
    const key = checker.head?.key ?? undefined;
    return key === undefined ? {} : { signedTo: checker.signedTo, key, keyKnown: isKnown(key, against) };
  };
  let finding: Finding | undefined;
  try {
    for await (const line of linesOf(path)) {
      if (finding !== undefined) {
        // Is the row that is missing somewhere else?
        const moved = rowHead.safeParse(parse(line));
        if (!moved.success || moved.data.seq !== checker.missing) continue;
        finding = { problem: 'reordered', firstBad: moved.data.seq };
        break;
      }
      finding = checker.take(line);
      if (finding !== undefined && checker.missing === undefined) break;
      if (checker.rows % 1000 === 0 && checker.rows > 0) onProgress(checker.rows);
    }
  } catch {
    finding ??= { problem: 'damaged', firstBad: checker.lastSeq + 1 };
  }
  finding ??= checker.end(against);
  if (finding !== undefined) return { ...foundWrong(finding, checker.rows, 'export'), ...known() };
  onProgress(checker.rows);
  const { head } = checker;
  return { ok: true, rows: checker.rows, ...known(), sentence: wellSentence(checker, head, against) };
}

const isKnown = (key: string, { keys, own }: VerifyAgainst): boolean =>
  key === own || keys?.includes(key) === true;

function wellSentence(checker: Checker, head: ExportHead | undefined, against: VerifyAgainst): string {
  const { rows, firstSeq, lastSeq } = checker;
  const range = firstSeq === undefined ? '' : `, from ${firstSeq} to ${lastSeq}`;
  const made =
    head === undefined ? '' : `, made on ${new Date(head.at).toISOString().slice(0, 16).replace('T', ' ')}`;
  const parts = [`The export is complete and unchanged: ${rowCount(rows)}${range}${made}.`];
  if (head?.only !== undefined)
    parts.push('It holds what was asked for only; what else there was cannot be seen from it.');
  if (head?.key === null || head === undefined)
    parts.push('It is not signed, so whoever changed it could have made it fit again.');
  else if (isKnown(head.key, against))
    parts.push(
      `It is signed with the key ${head.key}, ${head.key === against.own ? 'that of this profile' : 'the one that was given'}.`,
    );
  else
    parts.push(
      `It is signed with the key ${head.key}, which the file itself brings: anybody can make such a file with a key of their own. Give the key that you know with --key.`,
    );
  return parts.join(' ');
}
