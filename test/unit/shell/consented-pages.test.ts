import { expect, it } from 'vitest';
import { externalLinks } from '../../../electron/shell/external-links.ts';
import { english } from './support.ts';

function links() {
  const opened: string[] = [];
  const asked: string[] = [];
  return {
    opened,
    asked,
    links: externalLinks({
      openExternal: async (url) => void opened.push(url),
      texts: english,
      confirm: async (message) => {
        asked.push(message);
        return false;
      },
      log: () => undefined,
    }),
  };
}

it.each([
  'https://login.example.com/authorize?x=1',
  `https://login.example.com/${'x'.repeat(8000)}`,
  'http://localhost:8000/oauth',
  'http://127.0.0.1:8000/',
])('a page that a person has consented to is opened without a second question: %s', async (url) => {
  const it = links();
  expect(await it.links.openConsented(url)).toBe(true);
  expect([it.opened, it.asked]).toEqual([[url], []]);
});

it.each([
  'http://example.com/',
  'http://localhost.example.com/',
  'http://192.168.0.1/',
  'https://user@example.com/',
  'https://user:pw@example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ms-msdt:/id',
  'smb://host/share',
  'data:text/html,x',
  'vscode://x',
  'no page',
  '',
  `https://example.com/${'x'.repeat(8200)}`,
])('whatever was consented to, nothing else is handed to the system: %s', async (url) => {
  const it = links();
  expect(await it.links.openConsented(url)).toBe(false);
  expect(it.opened).toEqual([]);
});
