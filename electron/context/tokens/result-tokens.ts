import { estimateTokensOfJson } from './estimate-tokens.ts';

/** What a picture or a piece of sound counts: models read neither as text. About what one of usual size costs. */
export const MEDIA_TOKENS = 1500;

const SMALL = 2 * 1024;
const LONG_VALUE = 1024;
const MOST_MEDIA = 20;
const QUOTE = 0x22;
const STRUCTURED = Buffer.from('"structuredContent":');
/** Members that hold base64 in the protocol. */
const HOLDERS = [Buffer.from('"data":"'), Buffer.from('"blob":"')];

/**
 * About how many tokens a model reads the result of a tool as (JSON of `CallToolResult`). Where the same is there as text
 * and as structured content, an app gives its model one of them: the greater counts. Pictures and sound count a fixed
 * number. Microseconds, however long it is; whatever a server sends, it is a number and nothing more.
 */
export function tokensOfResult(result: Buffer): number {
  const at = result.indexOf(STRUCTURED);
  if (at < 0) return tokensOfPart(result);
  return Math.max(tokensOfPart(result.subarray(0, at)), tokensOfPart(result.subarray(at)));
}

function tokensOfPart(part: Buffer): number {
  if (part.length < SMALL) return estimateTokensOfJson(part);
  let media = 0;
  const texts: Buffer[] = [];
  let from = 0;
  for (const holder of HOLDERS)
    for (let at = part.indexOf(holder, from); at >= 0 && media < MOST_MEDIA;) {
      const begin = at + holder.length;
      const end = part.indexOf(QUOTE, begin);
      if (end < 0) break;
      if (end - begin >= LONG_VALUE) {
        texts.push(part.subarray(from, begin));
        from = end;
        media += 1;
      }
      at = part.indexOf(holder, end);
    }
  if (media === 0) return estimateTokensOfJson(part);
  texts.push(part.subarray(from));
  return texts.reduce((sum, text) => sum + estimateTokensOfJson(text), media * MEDIA_TOKENS);
}
