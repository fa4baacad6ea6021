/** Where the HTML of a text begins. */
interface HtmlPlace {
  /** Before it stands only what a tool says about the page. */
  readonly start: number;
}

/** A tool's words before a page: "Contents of https://…:". */
const LONGEST_PREFACE = 400;
/** So many tags of pages make a fragment HTML. */
const FEWEST_BLOCKS = 10;

const BLOCKS = new Set(
  'address,article,aside,blockquote,dd,details,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul'.split(
    ',',
  ),
);
const INLINES = new Set(
  'a,abbr,b,bdi,bdo,big,br,button,caption,center,cite,code,col,colgroup,data,del,dfn,em,figure,font,i,iframe,img,input,ins,kbd,label,legend,link,mark,meta,nobr,noscript,optgroup,option,picture,q,s,samp,script,select,small,source,span,strike,strong,style,sub,sup,svg,path,template,textarea,time,title,tt,u,use,var,video,wbr,g,circle,rect,line,polygon,body,head,html'.split(
    ',',
  ),
);

/** Signs of a program's or an author's text, which a model is to see as it was written. */
const OF_TEMPLATES = ['<?php', '<?=', '<%'];
const OF_PROGRAMS = [...OF_TEMPLATES, '={', 'className='];
const OF_MARKDOWN = ['](', '\n```', '\n~~~', '\n# ', '\n## ', '\n### ', '\n- ', '\n* ', '\n> '];

/**
 * Whether a text really is a page in HTML or a piece of one: a document (a doctype or an `html` tag where it begins, at
 * most a few words of the tool before it), or a fragment with many blocks and no other tags. No Markdown with some tags in
 * it, no XML, no source of a program that writes HTML. Linear time.
 */
export function findHtml(text: string): HtmlPlace | undefined {
  const start = documentStart(text);
  if (start === undefined) return isFragment(text) ? { start: 0 } : undefined;
  return OF_TEMPLATES.some((sign) => text.includes(sign)) ? undefined : { start };
}

function documentStart(text: string): number | undefined {
  const first = behindProlog(text, 0);
  if (isDocument(text, first)) return 0;
  // A preface: whole lines without anything of code or markup.
  let line = text.indexOf('\n') + 1;
  for (; line !== 0 && line <= LONGEST_PREFACE; line = text.indexOf('\n', line) + 1)
    if (text.charCodeAt(line) === 0x3c) break;
  if (line === 0 || line > LONGEST_PREFACE || !isDocument(text, line)) return undefined;
  for (const char of text.slice(0, line)) if ('`"{}<'.includes(char)) return undefined;
  return isClosed(text) ? line : undefined;
}

const isClosed = (text: string): boolean => text.slice(-200).trimEnd().toLowerCase().endsWith('</html>');

/** Behind white space, a byte order mark, comments and an XML declaration. */
function behindProlog(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && (text.charCodeAt(at) === 0xfeff || text.charAt(at).trim() === '')) at++;
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?xml ', at) ? '?>' : undefined;
    const end = close === undefined ? -1 : text.indexOf(close, at);
    if (close === undefined || end === -1) return at;
    at = end + close.length;
  }
}

function isDocument(text: string, at: number): boolean {
  const head = text.slice(at, at + 16).toLowerCase();
  return ['<!doctype html', '<html', '<head', '<body'].some(
    (tag) => head.startsWith(tag) && endsTag(head.charCodeAt(tag.length)),
  );
}

/** `>`, a slash or white space. */
const endsTag = (c: number): boolean => c === 0x3e || c === 0x2f || c === 0x20 || (c >= 0x09 && c <= 0x0d);

function isFragment(text: string): boolean {
  const start = behindProlog(text, 0);
  if (text.charCodeAt(start) !== 0x3c || !text.slice(-200).trimEnd().endsWith('>')) return false;
  if (OF_PROGRAMS.some((sign) => text.includes(sign)) || OF_MARKDOWN.some((sign) => text.includes(sign)))
    return false;
  let blocks = 0;
  for (let at = start; at !== -1; at = text.indexOf('<', at + 1)) {
    const name = tagName(text, text.charCodeAt(at + 1) === 0x2f ? at + 2 : at + 1);
    if (name === '') continue;
    if (BLOCKS.has(name)) blocks++;
    else if (!INLINES.has(name)) return false;
  }
  const first = tagName(text, start + 1);
  return blocks >= FEWEST_BLOCKS && BLOCKS.has(first);
}

/** No tag has a longer name. */
const LONGEST_NAME = 32;

/** In the case in which it stands: XML and JSX have capitals in their tags, pages of today do not. */
function tagName(text: string, from: number): string {
  let end = from;
  while (end < text.length && end - from < LONGEST_NAME && isOfName(text.charCodeAt(end))) end++;
  const name = text.slice(from, end);
  return name === name.toUpperCase() ? name.toLowerCase() : name;
}

const isOfName = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) ||
  (c >= 0x41 && c <= 0x5a) ||
  (c >= 0x30 && c <= 0x39) ||
  c === 0x2d ||
  c === 0x3a;
