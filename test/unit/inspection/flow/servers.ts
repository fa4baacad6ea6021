import { schema, text, type WorldServer } from './world.ts';

const list = { type: 'array', items: text };
const reads = { readOnlyHint: true };

/** A mailbox: read with somebody's password, written by anybody, and it sends. */
export function mailServer(inbox: Readonly<Record<string, string>>): WorldServer {
  return {
    entrusted: true,
    labels: { untrusted: true },
    tools: [
      {
        name: 'list_messages',
        description: 'List the messages of the inbox.',
        inputSchema: schema({}),
        annotations: reads,
        run: () => Object.keys(inbox).join('\n'),
      },
      {
        name: 'read_message',
        description: 'Read one message.',
        inputSchema: schema({ message_id: text }),
        annotations: reads,
        run: ({ message_id }) => inbox[String(message_id)] ?? 'There is no such message.',
      },
      {
        name: 'send_email',
        description: 'Send an e-mail.',
        inputSchema: schema({ to: list, subject: text, body: text, cc: list }, ['to', 'subject', 'body']),
        annotations: { readOnlyHint: false, openWorldHint: true },
        run: () => 'Sent.',
      },
    ],
  };
}

/** Fetches pages, as the reference server does. */
export function webServer(pages: Readonly<Record<string, string>>): WorldServer {
  return {
    tools: [
      {
        name: 'fetch',
        description: 'Fetches a URL from the internet and returns its contents as markdown.',
        inputSchema: schema(
          {
            url: { type: 'string', format: 'uri' },
            headers: { type: 'object' },
            max_length: { type: 'integer' },
            raw: { type: 'boolean' },
          },
          ['url'],
        ),
        annotations: reads,
        run: ({ url }) => pages[String(url).split('?')[0] as string] ?? 'Not found.',
      },
    ],
  };
}

/** An issue tracker with repositories, private and public ones, through one token. */
export function trackerServer(
  files: Readonly<Record<string, string>>,
  issues: Readonly<Record<string, string>>,
): WorldServer {
  const repo = { owner: text, repo: text };
  return {
    entrusted: true,
    labels: { untrusted: true },
    tools: [
      {
        name: 'get_issue',
        description: 'Get the contents of an issue.',
        inputSchema: schema({ ...repo, issue_number: { type: 'integer' } }),
        annotations: reads,
        run: ({ owner, repo: name, issue_number }) =>
          issues[`${String(owner)}/${String(name)}#${String(issue_number)}`] ?? 'Not found.',
      },
      {
        name: 'get_file_contents',
        description: 'Get the contents of a file of a repository.',
        inputSchema: schema({ ...repo, path: text }),
        annotations: reads,
        run: ({ owner, repo: name, path }) =>
          files[`${String(owner)}/${String(name)}/${String(path)}`] ?? 'Not found.',
      },
      {
        name: 'create_pull_request',
        description: 'Create a new pull request in a repository.',
        inputSchema: schema({ ...repo, title: text, body: text, head: text, base: text }),
        annotations: { readOnlyHint: false },
        run: () => 'Created.',
      },
      {
        name: 'add_issue_comment',
        description: 'Add a comment to an issue.',
        inputSchema: schema({ ...repo, issue_number: { type: 'integer' }, body: text }),
        annotations: { readOnlyHint: false },
        run: () => 'Added.',
      },
    ],
  };
}

/** Files of a person. */
export function filesServer(files: Readonly<Record<string, string>>, folders = ['/home/ann']): WorldServer {
  return {
    folders,
    tools: [
      {
        name: 'read_file',
        description: 'Read the contents of a file.',
        inputSchema: schema({ path: text }),
        annotations: reads,
        run: ({ path }) => files[String(path)] ?? 'There is no such file.',
      },
      {
        name: 'write_file',
        description: 'Write a file.',
        inputSchema: schema({ path: text, content: text }),
        annotations: { readOnlyHint: false, destructiveHint: false },
        run: () => 'Written.',
      },
    ],
  };
}
