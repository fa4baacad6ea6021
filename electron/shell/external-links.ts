import type { ShellTexts } from './texts/shell-texts.ts';

/** Pages that open without a question. Nothing where strangers can put up pages of their own. */
const KNOWN_HOSTS: ReadonlySet<string> = new Set(['modelcontextprotocol.io', 'spec.modelcontextprotocol.io']);
const LONGEST_URL = 2048;

export interface LinkPorts {
  openExternal(url: string): Promise<void>;
  readonly texts: () => ShellTexts;
  /** Asks the person; `true` only for a clear yes. */
  confirm(message: string, detail: string): Promise<boolean>;
  log(message: string): void;
}

/** Opens web pages in the person's browser. */
export interface ExternalLinks {
  /** Resolves to whether the page was handed to the browser. */
  open(url: string): Promise<boolean>;
  /** Opens a page that a person has just consented to, its whole address before them; asks no second time. */
  openConsented(url: string): Promise<boolean>;
}

/** A URL that may be opened at all, normalised: international names in their ASCII form, so that look-alikes show. */
export function webPage(text: string): URL | undefined {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain =
    url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname !== '';
  return plain ? url : undefined;
}

/** Addresses of sign-in pages are longer than links. */
const LONGEST_CONSENTED = 8192;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A page that may be opened once a person has seen its whole address: over TLS, or of this very machine, where local
 * servers put up their sign-in pages. Judged here once more, whoever has judged it before.
 */
function consentedPage(text: string): URL | undefined {
  if (text.length > LONGEST_CONSENTED || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const loopback = url.protocol === 'http:' && LOOPBACK.has(url.hostname);
  const plain = url.username === '' && url.password === '' && url.hostname !== '';
  return plain && (url.protocol === 'https:' || loopback) ? url : undefined;
}

/**
 * The only way from Doorward to a browser. `shell.openExternal` hands a URL to the operating system, which starts
 * programs for `file:`, `smb:`, `ms-msdt:` and the like; so only `https:` passes, and a person sees the host first,
 * because links stand in what servers say. One question at a time: a page cannot bury the screen in dialogs.
 */
export function externalLinks(ports: LinkPorts): ExternalLinks {
  let asking = false;
  return {
    async open(text) {
      const url = webPage(text);
      if (url === undefined) {
        ports.log('A link that is not a plain web page was refused');
        return false;
      }
      if (!KNOWN_HOSTS.has(url.host)) {
        if (asking) return false;
        asking = true;
        try {
          const { question, detail } = ports.texts().link;
          if (!(await ports.confirm(question(url.host), detail(url.href)))) return false;
        } finally {
          asking = false;
        }
      }
      await ports.openExternal(url.href);
      return true;
    },
    async openConsented(text) {
      const url = consentedPage(text);
      if (url === undefined) {
        ports.log('A page that is not a plain web page was refused');
        return false;
      }
      await ports.openExternal(url.href);
      return true;
    },
  };
}
