import { browser } from './browser.ts';

/** The preload world of one document. */
export interface World {
  readonly id: number;
  readonly uniqueId: string;
}

/** A message to a preload world, or the answer to one from it. */
export interface Mail {
  readonly kind: 'message' | 'result' | 'error';
  readonly name: string;
  readonly text: string;
  /** An answer is only for the document that asked. */
  readonly contextId?: number | undefined;
}

/**
 * Brings messages to the preload world of a page, in order. Chromium says later than it happens that a document has
 * gone or come: what finds no document waits for one answer of Chromium, by which everything that had happened
 * before is known, and then goes to the document of that time, or nowhere.
 */
export class PageMail {
  world: World | undefined;
  readonly #entrance: string;
  readonly #session: () => string | undefined;
  #held: Mail[] | undefined;

  constructor(entrance: string, session: () => string | undefined) {
    this.#entrance = entrance;
    this.#session = session;
  }

  /** Sends without waiting; what has no document to go to is lost, as in Electron. */
  post(mail: Mail): void {
    if (this.#held) this.#held.push(mail);
    else if (this.world === undefined) this.#hold(mail);
    else this.#send(mail, this.world);
  }

  #hold(mail: Mail): void {
    const session = this.#session();
    if (session === undefined) return;
    const held = [mail];
    this.#held = held;
    const flush = (): void => {
      this.#held = undefined;
      const { world } = this;
      if (world !== undefined) for (const one of held) this.#send(one, world, false);
    };
    browser().connection.send('Page.getFrameTree', {}, session).then(flush, flush);
  }

  #send(mail: Mail, world: World, again = true): void {
    const { kind, name, text, contextId } = mail;
    if (contextId !== undefined && contextId !== world.id) return;
    const call = {
      functionDeclaration: `function (kind, name, text) { ${this.#entrance}(kind, name, text); }`,
      executionContextId: world.id,
      arguments: [{ value: kind }, { value: name }, { value: text }],
    };
    browser()
      .connection.send('Runtime.callFunctionOn', call, this.#session())
      .catch(() => {
        // The document had gone already: the next one gets the message, if Chromium has announced it by now.
        const next = this.world;
        if (again && kind === 'message' && next !== undefined && next !== world)
          this.#send(mail, next, false);
      });
  }
}
