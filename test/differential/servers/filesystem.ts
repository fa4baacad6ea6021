import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectModule } from '../paths.ts';
import { type RealServer, tool } from './real-server.ts';

const LONG_AGO = new Date('2026-01-02T03:04:05Z');
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function prepare(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'deep/er'), { recursive: true });
  const files: [string, string | Buffer][] = [
    ['plain.txt', 'one\ntwo\nthree\nfour\n'],
    ['\u00fcml\u00e4ut \u{1f6aa}.txt', 'gr\u00fc\u00dfe\r\n'],
    ['deep/er/data.json', '{"big":9007199254740993,"huge":1e400}'],
    ['door.png', Buffer.from(PNG, 'base64')],
    ['empty', ''],
  ];
  for (const [name, content] of files) {
    writeFileSync(join(folder, name), content);
    utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
  }
}

/** Files in a folder, which the server learns from its command line and again from the client's roots. */
export const filesystem: RealServer = {
  id: 'filesystem',
  about: '@modelcontextprotocol/server-filesystem 2026.8.31',
  prepare,
  launch: (folder) => ({
    command: process.execPath,
    args: [projectModule('@modelcontextprotocol/server-filesystem/dist/index.js'), folder],
  }),
  calls: (folder) => {
    const file = (name: string): string => join(folder, name);
    return [
      tool('list_allowed_directories'),
      tool('read_text_file', { path: file('plain.txt') }),
      tool('read_text_file', { path: file('plain.txt'), tail: 2 }, { label: 'tail' }),
      tool('read_file', { path: file('\u00fcml\u00e4ut \u{1f6aa}.txt') }),
      tool('read_media_file', { path: file('door.png') }),
      tool('read_multiple_files', { paths: [file('deep/er/data.json'), file('missing'), file('empty')] }),
      tool('list_directory', { path: folder }),
      tool('list_directory_with_sizes', { path: folder, sortBy: 'size' }),
      tool('directory_tree', { path: folder, excludePatterns: ['*.png'] }),
      tool('search_files', { path: folder, pattern: '**/*.json' }),
      tool('get_file_info', { path: file('plain.txt') }),
      tool('create_directory', { path: file('made/by/tool') }),
      tool('write_file', { path: file('made/note.txt'), content: 'hello\n\u4f60\u597d' }),
      tool('edit_file', {
        path: file('made/note.txt'),
        edits: [{ oldText: 'hello', newText: 'good bye' }],
        dryRun: true,
      }),
      tool('edit_file', { path: file('made/note.txt'), edits: [{ oldText: 'hello', newText: 'bye' }] }),
      tool('move_file', { source: file('made/note.txt'), destination: file('made/moved.txt') }),
      tool('read_text_file', { path: file('made/moved.txt') }, { label: 'read what was moved' }),
      tool('read_text_file', { path: join(folder, '../outside') }, { label: 'outside of the folder' }),
      tool('read_text_file', { path: 3 }, { label: 'wrong argument' }),
    ];
  },
  normalise: ['file times'],
};
