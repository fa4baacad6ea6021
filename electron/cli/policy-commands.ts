import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type CliCommand, EXIT, type Given, text, words } from './command.ts';
import { connectControl } from './control-client.ts';
import { visible } from './output.ts';
import { callHost, remote } from './remote.ts';

const FORMATS = ['json', 'reg', 'mobileconfig', 'admx'] as const;
type Format = (typeof FORMATS)[number];

const noWords = (given: Given): Result<Record<string, never>> => {
  const none = words(given);
  return none.ok ? ok({}) : none;
};

const check: CliCommand = {
  name: 'policy check',
  usage: 'FILE',
  does: 'Checks managed settings before they are rolled out. Needs no running host.',
  operator: false,
  options: {},
  examples: ['doorward policy check policy.json', 'doorward policy check policy.json --json'],
  async run({ given, output, world }) {
    const file = words(given, 'FILE');
    if (!file.ok) return file;
    const path = resolve(world.around.cwd, file.value[0] ?? '');
    let source: string;
    try {
      source = readFileSync(path, 'utf8');
    } catch {
      return fail('usage', `${path} cannot be read.`);
    }
    const { checkPolicy } = await import('../policy/managed/check.ts');
    const report = checkPolicy(source, world.now());
    const lines = [
      ...report.problems.map(({ path: where, sentence }) =>
        visible(where === '' ? sentence : `${where}: ${sentence}`),
      ),
      ...report.summary.map((line) => visible(line)),
    ];
    output.stdout.write(`${output.json ? JSON.stringify(report) : lines.join('\n')}\n`);
    return ok(report.ok ? EXIT.done : EXIT.failed);
  },
};

/** Writes the files of an export into a folder, or the only one to standard output. */
const exportCommand: CliCommand = {
  name: 'policy export',
  usage: '[--format json|reg|mobileconfig|admx] [--vouchers] [--to FOLDER]',
  does: 'Makes managed settings of what is chosen here: for Windows, macOS or Linux, with vouchers for approved servers.',
  operator: false,
  options: {
    format: { type: 'string', value: 'F', help: `One of ${FORMATS.join(', ')} (json).` },
    vouchers: { type: 'boolean', help: 'With vouchers for the servers that are approved here.' },
    to: { type: 'string', value: 'FOLDER', help: 'Where the files go; without it to standard output.' },
  },
  examples: ['doorward policy export', 'doorward policy export --format mobileconfig --vouchers --to out'],
  async run(run) {
    const none = words(run.given);
    if (!none.ok) return none;
    const format = (text(run.given, 'format') ?? 'json') as Format;
    if (!FORMATS.includes(format)) return fail('usage', `--format is one of ${FORMATS.join(', ')}.`);
    const client = await connectControl(run.paths);
    if (!client.ok) return client;
    const vouchers = run.given.values['vouchers'] === true;
    const answer = await callHost(run, client.value, 'policy.export', { format, vouchers });
    client.value.close();
    if (!answer.ok) return answer;
    const { files } = answer.value;
    const folder = text(run.given, 'to');
    const { output, world } = run;
    if (folder === undefined) {
      const [only] = files;
      if (!output.json && (files.length !== 1 || only === undefined))
        return fail('usage', 'This format has several files. Say where they go: --to FOLDER');
      output.stdout.write(
        output.json || only === undefined
          ? `${JSON.stringify(answer.value)}\n`
          : Buffer.from(only.base64, 'base64'),
      );
      return ok(EXIT.done);
    }
    for (const { name, base64 } of files) {
      const path = join(resolve(world.around.cwd, folder), name);
      try {
        writeFileSync(path, Buffer.from(base64, 'base64'));
      } catch {
        return fail('failed', `${path} cannot be written. Is the folder there?`);
      }
      output.stderr.write(`${path}\n`);
    }
    return ok(EXIT.done);
  },
};

/** The commands about managed settings. */
export const policyCommands: readonly CliCommand[] = [
  remote({
    command: 'policy.show',
    usage: '',
    examples: ['doorward policy show', 'doorward policy show --json'],
    input: noWords,
    show: ({ sentence, source, limits, locked }) =>
      [
        visible(sentence),
        ...(source === undefined ? [] : [`  from ${visible(source)}`]),
        ...limits.map((limit) => `  ${visible(limit)}`),
        ...locked.map(({ setting }) => `  locked: ${visible(setting)}`),
      ].join('\n'),
  }),
  check,
  exportCommand,
  remote({
    command: 'policy.request',
    usage: 'SERVER [--tool NAME]',
    options: { tool: { type: 'string', value: 'NAME', help: 'Only this tool.' } },
    examples: ['doorward policy request files > request.json'],
    input(given) {
      const server = words(given, 'SERVER');
      if (!server.ok) return server;
      const tool = text(given, 'tool');
      return ok({ server: server.value[0] ?? '', ...(tool === undefined ? {} : { tool }) });
    },
    show: ({ text: content }) => content,
  }),
];
