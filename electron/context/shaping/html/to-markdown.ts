import { Parser } from 'htmlparser2';
import { Flow, type Mark, TooLong } from './flow.ts';
import { type OpenCell, TableRows } from './table-rows.ts';

/** Deeper pages stay as they are; the parser looks through all open tags for each that closes. */
const MAX_DEPTH = 256;

/** The page is none that is read: too deep, or an author's template. */
class NotAPage extends Error {}

/**
 * HTML as Markdown: what a person would read on the page. Scripts, styles and what is hidden are gone; links keep their
 * addresses, pictures their descriptions; text of the page that looks like a tag is written so that it is none. Undefined:
 * the page is nested deeper than 256, has marks of a template in its words, is empty, or would become longer. Linear time.
 */
export function toMarkdown(html: string): string | undefined {
  const page = new Page(html.length);
  try {
    const parser = new Parser({
      onopentag: (name, attributes) => page.open(name, attributes),
      onclosetag: () => page.close(),
      ontext: (text) => page.text(text),
    });
    parser.end(html);
  } catch (error) {
    if (error instanceof NotAPage || error instanceof TooLong) return undefined;
    throw error;
  }
  const markdown = page.toString();
  return markdown === '' || markdown.length >= html.length ? undefined : markdown;
}

/** Never shown, or shown only where something cannot be. */
const UNSEEN = new Set(
  'script,style,noscript,template,svg,iframe,frame,object,embed,canvas,audio,video,noembed,noframes,datalist'.split(
    ',',
  ),
);
const PARAGRAPHS = new Set(
  'p,section,article,main,header,footer,nav,aside,figure,address,form,fieldset,dl,details,body'.split(','),
);
const LINES = new Set('div,dt,dd,summary,figcaption,legend,caption,center,option,hgroup,search'.split(','));
const SPACED = new Set(['button', 'label', 'select', 'textarea', 'rt', 'rp']);
const CODES = new Set(['code', 'kbd', 'samp', 'tt']);
const HEADING = /^h[1-6]$/;

type Kind =
  | 'plain'
  | 'unseen'
  | 'paragraph'
  | 'line'
  | 'spaced'
  | 'heading'
  | 'link'
  | 'strong'
  | 'emphasis'
  | 'code'
  | 'pre'
  | 'list'
  | 'item'
  | 'quote'
  | 'table'
  | 'row'
  | 'cell';

interface Frame {
  kind: Kind;
  mark?: Mark;
  cell?: OpenCell;
  /** Number signs, the address, or the language. */
  says?: string;
  /** What a link without words is called. */
  label?: string;
}

type Attributes = Readonly<Record<string, string>>;

class Page {
  readonly #flow: Flow;
  readonly #tables: TableRows;
  readonly #frames: Frame[] = [];
  readonly #lists: { next: number | undefined }[] = [];
  readonly #inside = { link: 0, strong: 0, emphasis: 0, code: 0, pre: 0 };
  #unseen = false;
  #hasTitle = false;

  constructor(most: number) {
    this.#flow = new Flow(most + 1_000);
    this.#tables = new TableRows(this.#flow);
  }

  toString(): string {
    return this.#flow.toString();
  }

  text(text: string): void {
    if (this.#unseen) return;
    if (this.#inside.pre > 0) this.#flow.verbatim(text);
    else if (this.#inside.code > 0) this.#flow.words(text);
    else if (text.includes('{{') || text.includes('{%')) throw new NotAPage();
    else this.#flow.words(harmless(text));
  }

  open(name: string, attributes: Attributes): void {
    if (this.#frames.length === MAX_DEPTH) throw new NotAPage();
    const frame: Frame = { kind: 'plain' };
    this.#frames.push(frame);
    if (this.#unseen) return;
    if (UNSEEN.has(name) || isHidden(attributes)) {
      frame.kind = 'unseen';
      this.#unseen = true;
    } else {
      this.#begin(frame, name, attributes);
    }
  }

  close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (frame.kind === 'unseen') this.#unseen = false;
    else if (!this.#unseen) this.#end(frame);
  }

  #begin(frame: Frame, name: string, attributes: Attributes): void {
    const flow = this.#flow;
    if (PARAGRAPHS.has(name)) this.#gapAs(frame, 'paragraph');
    else if (LINES.has(name)) this.#gapAs(frame, 'line');
    else if (SPACED.has(name)) this.#gapAs(frame, 'spaced');
    else if (CODES.has(name)) this.#beginCode(frame, attributes);
    else if (HEADING.test(name)) this.#beginHeading(frame, '#'.repeat(Number(name[1])));
    else if (name === 'title') this.#beginTitle(frame);
    else if (name === 'a') this.#beginLink(frame, attributes);
    else if (name === 'img') this.#picture(attributes['alt'] ?? '');
    else if (name === 'b' || name === 'strong') this.#beginMarked(frame, 'strong');
    else if (name === 'i' || name === 'em') this.#beginMarked(frame, 'emphasis');
    else if (name === 'pre') this.#beginPre(frame, attributes);
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.#beginList(frame, name, attributes);
    else if (name === 'li') this.#beginItem(frame);
    else if (name === 'br') this.#lineBreak();
    else if (name === 'hr') this.#rule();
    else if (name === 'blockquote') {
      frame.kind = 'quote';
      flow.gap(2);
      flow.quotes++;
    } else if (name === 'table') {
      frame.kind = 'table';
      this.#tables.openTable();
    } else if (name === 'tr') {
      frame.kind = 'row';
      this.#tables.endRow();
    } else if (name === 'td' || name === 'th') {
      frame.kind = 'cell';
      frame.cell = this.#tables.openCell();
    }
  }

  #end(frame: Frame): void {
    const flow = this.#flow;
    const { kind } = frame;
    if (kind === 'paragraph') flow.gap(2);
    else if (kind === 'line') flow.gap(1);
    else if (kind === 'spaced') flow.space();
    else if (kind === 'heading') this.#endHeading(frame);
    else if (kind === 'link') this.#endLink(frame);
    else if (kind === 'strong' || kind === 'emphasis') this.#endMarked(frame, kind);
    else if (kind === 'code') this.#endCode(frame);
    else if (kind === 'pre') this.#endPre(frame);
    else if (kind === 'list') this.#endList();
    else if (kind === 'item') flow.gap(1);
    else if (kind === 'table') this.#tables.closeTable();
    else if (kind === 'row') this.#tables.endRow();
    else if (kind === 'cell') this.#tables.closeCell(frame.cell ?? { mark: undefined });
    else if (kind === 'quote') {
      flow.quotes--;
      flow.gap(2);
    }
  }

  #gapAs(frame: Frame, kind: 'paragraph' | 'line' | 'spaced'): void {
    frame.kind = kind;
    if (kind === 'spaced') this.#flow.space();
    else this.#flow.gap(kind === 'line' ? 1 : 2);
  }

  #beginTitle(frame: Frame): void {
    if (this.#hasTitle) return;
    this.#hasTitle = true;
    this.#beginHeading(frame, '#');
  }

  #beginHeading(frame: Frame, signs: string): void {
    this.#flow.gap(2);
    if (this.#flow.flat > 0 || this.#inside.pre > 0) return;
    this.#capture(frame, 'heading');
    frame.says = signs;
  }

  #endHeading(frame: Frame): void {
    const text = this.#captured(frame);
    if (text !== '') this.#flow.putBack(`${frame.says ?? '#'} ${text}`);
    this.#flow.gap(2);
  }

  #beginLink(frame: Frame, attributes: Attributes): void {
    const address = addressOf(attributes['href']);
    if (address === undefined || this.#inside.link > 0 || this.#inside.pre > 0 || this.#inside.code > 0)
      return;
    this.#capture(frame, 'link');
    this.#inside.link++;
    frame.says = address;
    frame.label = attributes['aria-label'] ?? attributes['title'] ?? '';
  }

  #endLink(frame: Frame): void {
    const text = this.#captured(frame);
    this.#inside.link--;
    const address = frame.says ?? '';
    if (text === address) this.#flow.putBack(address);
    else if (text !== '') this.#flow.putBack(`[${withoutBrackets(text)}](${address})`);
    else if (frame.label?.trim() !== undefined && frame.label.trim() !== '')
      this.#flow.words(`[${withoutBrackets(harmless(frame.label.trim()))}](${address})`);
  }

  #picture(says: string): void {
    const text = says.trim();
    if (text === '' || this.#inside.pre > 0) return;
    this.#flow.words(this.#inside.link > 0 ? harmless(text) : `![${withoutBrackets(harmless(text))}]`);
  }

  #beginMarked(frame: Frame, kind: 'strong' | 'emphasis'): void {
    const { pre, code } = this.#inside;
    if (this.#inside[kind] > 0 || pre > 0 || code > 0) return;
    frame.kind = kind;
    frame.mark = this.#flow.mark();
    this.#inside[kind]++;
  }

  #endMarked(frame: Frame, kind: 'strong' | 'emphasis'): void {
    const text = frame.mark === undefined ? '' : this.#flow.take(frame.mark);
    this.#inside[kind]--;
    const sign = kind === 'strong' ? '**' : '*';
    this.#flow.putBack(text === '' || text.includes('\n') ? text : `${sign}${text}${sign}`);
  }

  #beginCode(frame: Frame, attributes: Attributes): void {
    if (this.#inside.pre > 0) {
      const pre = this.#frames.findLast(({ kind }) => kind === 'pre');
      if (pre !== undefined && (pre.says ?? '') === '') pre.says = languageOf(attributes);
      return;
    }
    if (this.#inside.code > 0) return;
    this.#capture(frame, 'code');
    this.#inside.code++;
  }

  #endCode(frame: Frame): void {
    const text = this.#captured(frame);
    this.#inside.code--;
    if (text === '') return;
    const fence = '`'.repeat(longestTicks(text) + 1);
    const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
    this.#flow.putBack(`${fence}${pad}${text}${pad}${fence}`);
  }

  #beginPre(frame: Frame, attributes: Attributes): void {
    if (this.#inside.pre > 0) return;
    if (this.#flow.flat > 0) {
      this.#beginCode(frame, attributes);
      return;
    }
    this.#flow.gap(2);
    this.#flow.noSpace();
    frame.kind = 'pre';
    frame.mark = this.#flow.mark();
    frame.says = languageOf(attributes);
    this.#inside.pre++;
  }

  #endPre(frame: Frame): void {
    const text =
      frame.mark === undefined
        ? ''
        : this.#flow
            .take(frame.mark)
            .replace(/^\r?\n/, '')
            .trimEnd();
    this.#inside.pre--;
    if (text !== '') {
      const fence = '`'.repeat(Math.max(3, longestTicks(text) + 1));
      this.#flow.putBack(`${fence}${frame.says ?? ''}\n${text}\n${fence}`);
    }
    this.#flow.gap(2);
  }

  #beginList(frame: Frame, name: string, attributes: Attributes): void {
    frame.kind = 'list';
    this.#flow.gap(2);
    const start = Number.parseInt(attributes['start'] ?? '1', 10);
    this.#lists.push({ next: name === 'ol' ? (Math.abs(start) < 1e9 ? start : 1) : undefined });
    this.#flow.indents++;
  }

  #endList(): void {
    this.#lists.pop();
    this.#flow.indents--;
    this.#flow.gap(2);
  }

  #beginItem(frame: Frame): void {
    frame.kind = 'item';
    this.#flow.gap(1);
    const list = this.#lists.at(-1);
    this.#flow.bullet(list?.next === undefined ? '- ' : `${list.next++}. `);
  }

  #lineBreak(): void {
    if (this.#inside.pre > 0) this.#flow.verbatim('\n');
    else this.#flow.lineBreak();
  }

  #rule(): void {
    this.#flow.gap(2);
    if (this.#flow.flat > 0 || this.#inside.pre > 0) return;
    this.#flow.verbatim('---');
    this.#flow.gap(2);
  }

  /** What is in it is written on one line, and taken when it closes. */
  #capture(frame: Frame, kind: 'heading' | 'link' | 'code'): void {
    frame.kind = kind;
    frame.mark = this.#flow.mark();
    this.#flow.flat++;
  }

  #captured(frame: Frame): string {
    this.#flow.flat--;
    return frame.mark === undefined ? '' : this.#flow.take(frame.mark);
  }
}

function isHidden(attributes: Attributes): boolean {
  if (attributes['aria-hidden'] === 'true') return true;
  const hidden = attributes['hidden'];
  if (hidden !== undefined && hidden !== 'until-found') return true;
  const style = attributes['style']?.toLowerCase().replace(/\s+/g, '');
  return style !== undefined && (style.includes('display:none') || style.includes('visibility:hidden'));
}

/** No address that runs something or has its data in it, and none that only moves on the page. */
function addressOf(href: string | undefined): string | undefined {
  const address = href?.trim() ?? '';
  if (address === '' || address.startsWith('#')) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^(?:https?|mailto|tel|ftp):/i.test(address)) return undefined;
  return address.replace(/[\s()<>[\]\\`|]/gu, (char) =>
    encodeURIComponent(char).replace('(', '%28').replace(')', '%29'),
  );
}

/** A link's words cannot end the link. */
const withoutBrackets = (text: string): string =>
  text.includes('[') || text.includes(']') ? text.replace(/[[\]]/g, String.raw`\$&`) : text;

/** What looks like a tag in the words of a page is none. */
const harmless = (text: string): string =>
  text.includes('<') ? text.replace(/<(?=[a-z/!?]|$)/gi, String.raw`\<`) : text;

function languageOf(attributes: Attributes): string {
  const names = (attributes['class'] ?? '').slice(0, 200);
  return /(?:^|\s)lang(?:uage)?-([a-z0-9+#-]{1,20})(?:\s|$)/i.exec(names)?.[1]?.toLowerCase() ?? '';
}

function longestTicks(text: string): number {
  let longest = 0;
  for (let at = text.indexOf('`'); at !== -1;) {
    let end = at;
    while (text.charCodeAt(end) === 0x60) end++;
    longest = Math.max(longest, end - at);
    at = text.indexOf('`', end);
  }
  return longest;
}
