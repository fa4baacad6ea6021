import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';

/** What a conversation cost a model, in tokens of o200k_base. */
export interface Cost {
  /** Requests to the model: one for each turn of it. */
  readonly requests: number;
  /** Read in all, when every request reads the list and everything that was said before. */
  readonly read: number;
  /** Read when what was read before costs nothing again (a cache of prompts that never misses). */
  readonly once: number;
  /** Written by the model: its calls and its last sentence. */
  readonly written: number;
}

export const tokensOf = (text: string): number => countTokens(text, { allowedSpecial: 'all' });

/**
 * A conversation as a model has it. Each turn reads the list of tools, what the person asked, and every call and result so
 * far, and then writes the next call, or the answer.
 */
export class Conversation {
  readonly #list: number;
  #transcript: number;
  #requests = 0;
  #read = 0;
  #written = 0;

  constructor(
    tools: readonly { name: string; description?: string | undefined; inputSchema: unknown }[],
    asked: string,
  ) {
    this.#list = tokensOf(
      JSON.stringify(tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }))),
    );
    this.#transcript = tokensOf(asked);
  }

  /** The model reads everything there is and calls a tool. */
  calls(name: string, args: object): void {
    this.#writes(JSON.stringify({ name, arguments: args }));
  }

  /** What a tool answered stands in the conversation from now on. */
  hears(result: string): void {
    this.#transcript += tokensOf(result);
  }

  /** The model reads everything there is and answers the person. */
  says(answer: string): Cost {
    this.#writes(answer);
    return {
      requests: this.#requests,
      read: this.#read,
      once: this.#list + this.#transcript,
      written: this.#written,
    };
  }

  #writes(text: string): void {
    const tokens = tokensOf(text);
    this.#requests += 1;
    this.#read += this.#list + this.#transcript;
    this.#written += tokens;
    this.#transcript += tokens;
  }
}
