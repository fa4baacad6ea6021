/** No word has so many letters: bytes of something, as text. */
const BYTES_LIKE = /[A-Za-z0-9+/_-]{80,}={0,2}/gu;
const URL_LIKE = /\bhttps?:\/\/[^\s<>"']{1,2000}/giu;
const PATH_LIKE =
  /(?<![\p{L}\p{N}])(?:~|\.{1,2}|[A-Za-z]:)?[\\/](?:[\p{L}\p{N}_.@-]{1,100}[\\/]){0,30}[\p{L}\p{N}_.@-]{1,100}/gu;
const ENDING = /\.(\p{L}[\p{L}\p{N}]{0,5})$/u;

/** What the ending of a file says of what is in it. */
const KINDS: Readonly<Record<string, string>> = {
  bib: 'bibliography',
  csv: 'spreadsheet csv',
  doc: 'word document',
  docx: 'word document',
  gif: 'image',
  htm: 'html',
  html: 'html',
  jpeg: 'image',
  jpg: 'image',
  json: 'json',
  log: 'log',
  m4a: 'audio',
  md: 'markdown',
  mp3: 'audio',
  mp4: 'video',
  pdf: 'pdf document',
  png: 'image',
  ppt: 'presentation',
  pptx: 'presentation',
  svg: 'image',
  txt: '',
  wav: 'audio',
  xls: 'excel spreadsheet',
  xlsx: 'excel spreadsheet',
};

/**
 * A task as somebody would say it: places of files, addresses of pages and encoded bytes stand for what they are, and not
 * for the words that they happen to hold.
 */
export function spokenOf(query: string): string {
  return query
    .slice(0, LONGEST)
    .replaceAll(BYTES_LIKE, ' base64 data ')
    .replaceAll(URL_LIKE, ' web page url ')
    .replaceAll(PATH_LIKE, (path) => {
      const ending = ENDING.exec(path)?.[1]?.toLowerCase();
      return ending === undefined ? ' folder ' : ` file ${KINDS[ending] ?? ending} `;
    });
}
const LONGEST = 4000;
