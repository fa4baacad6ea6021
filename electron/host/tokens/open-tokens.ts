import type { DatabaseSync } from 'node:sqlite';
import { ListTokens } from '../../context/tokens/list-tokens.ts';
import { AnswerTokens } from '../../context/tokens/answer-tokens.ts';
import { tokensOfResult } from '../../context/tokens/result-tokens.ts';
import type { TokenMeter } from '../../relay/token-meter.ts';
import { openTokenBook, type TokenBook } from './token-book.ts';

export interface OpenTokensPorts {
  readonly db: DatabaseSync;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly fault: (error: unknown) => void;
}

/** What AI apps are given, in tokens. */
export interface TokenRoom {
  readonly book: TokenBook;
  /** What the road tells of lists and answers. */
  readonly meter: TokenMeter;
}

/** Opens the counts of tokens and what counts them. */
export function openTokens(ports: OpenTokensPorts): TokenRoom {
  const book = openTokenBook(ports);
  const lists = new ListTokens();
  const answers = new AnswerTokens();
  return {
    book,
    meter: {
      listed(client, aggregate) {
        const { listed, saved } = lists.of(aggregate);
        book.add(client, 'lists', listed);
        book.add(client, 'savedLists', saved);
      },
      listedOne: (client, result) => book.add(client, 'lists', ListTokens.ofPage(result)),
      answered: (client, tool, result) => book.add(client, 'answers', answers.of(tool, result)),
      shaped: (client, before, after) =>
        book.add(client, 'savedAnswers', tokensOfResult(before) - tokensOfResult(after)),
    },
  };
}
