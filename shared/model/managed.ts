import { z } from 'zod';
import { duration } from './approval.ts';
import { managedCallLimit } from './managed-call-limits.ts';
import { described, line } from './managed-described.ts';
import { managedAct, managedMask } from './managed-inspection.ts';
import { argCondition, preset, role, ruleBody, timeWindow } from './policy.ts';
import { httpLaunch, serverId, stdioLaunch } from './server.ts';
import { settingsPatch } from './settings.ts';
import { logTexts } from './log-texts.ts';

const lines = (max: number) => z.array(line(max)).max(500);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 digest: 64 of the characters 0-9 and a-f.');
const address = (protocol: RegExp, example: string) =>
  line(2000).refine(
    (text) => URL.canParse(text) && protocol.test(new URL(text).protocol),
    `An address such as ${example}.`,
  );
const https = address(/^https:$/, 'https://intranet.example.com/doorward');

const condition = z.strictObject(
  described(argCondition.shape, {
    pointer: 'JSON pointer to values in the arguments; `*` stands for each element or member.',
    test: 'What a value has to be. `is`: "equals" (value), "one-of" (values), "glob" (pattern), "regex" (pattern), "range" (min, max), "in-folder" (folder), "host" (pattern), "recipient" (pattern), "program" (words) or "absent".',
  }),
);
const hours = z.strictObject(
  described(timeWindow.shape, {
    days: 'Days of the week; 0 is Sunday.',
    from: 'Begin, such as "09:00".',
    to: 'End, such as "17:30".',
  }),
);

const idle = z.strictObject(
  described(settingsPatch.shape.idle.unwrap().shape, {
    serverMinutes: 'Minutes after which an unused server is stopped.',
    sessionMinutes: 'Minutes after which an unused session ends.',
  }),
);

/** A rule of an organisation: it asks or blocks, and never lets anything pass. */
const managedRule = z.strictObject(
  described(
    {
      ...ruleBody.shape,
      action: z.enum(['ask', 'block'], 'A managed rule may "ask" or "block"; it cannot let anything pass.'),
      args: z.array(condition).max(32).optional(),
      hours: hours.optional(),
    },
    {
      action: '"ask": a person is asked. "block": refused.',
      client: 'Id of an AI app on this computer. To reach one by its name, assign it a role.',
      role: 'Only AI apps of this role.',
      server: 'Id of a server.',
      kind: 'Only this kind of call.',
      tool: 'Name of a tool or prompt, or URI of a resource; `*` any characters but "/", `**` any, `?` one.',
      effects: 'Only tools with one of these effects.',
      args: 'Conditions on arguments; any value that fits is enough.',
      argsDigest: 'Exactly these arguments: SHA-256 of their canonical form.',
      hours: 'Only in these hours, local time.',
      expiresAt: 'Milliseconds since 1970 after which the rule is over.',
      note: 'Shown to the person beside the question or refusal.',
    },
  ),
);

/** A role of an organisation. Its preset is a minimum. */
const managedRole = z.strictObject(
  described(
    { ...role.omit({ builtIn: true }).shape, rules: z.array(managedRule).max(500).default([]) },
    {
      id: 'Short name, as in `assignments`.',
      name: 'Name as people see it.',
      servers: 'Ids of the servers that it sees; all when left out.',
      tools: 'Globs over `server/tool` that it sees; all when left out.',
      effects: 'Effects of the tools that it sees; all when left out.',
      preset: 'At least this preset for AI apps of this role.',
      rules: 'Rules for AI apps of this role; they ask or block.',
    },
  ),
);

/** Names servers by what they are. Everything that is given has to fit. */
const serverMatcher = z
  .strictObject({
    package: line(300).optional().describe('Name of a package or image; `*` any characters but "/".'),
    registry: line(300)
      .optional()
      .describe('Where the package comes from: "npm", "pypi", "oci", or the host of a registry.'),
    command: line(1000)
      .optional()
      .describe(
        'Path of the program, or of the script that an interpreter runs; `*` within a folder, `**` across folders.',
      ),
    url: line(2000)
      .optional()
      .describe(
        'Host of a remote server ("mcp.example.com", "*.example.com"), or what its address begins with.',
      ),
    digest: sha256.optional().describe('SHA-256 of the program or script, or of the whole identity.'),
  })
  .refine(
    (one) => [one.package, one.command, one.url, one.digest].some((part) => part !== undefined),
    'Name a package, a command, a url or a digest.',
  );

const stdio = z.strictObject(
  described(stdioLaunch.shape, {
    transport: '"stdio": a program that is started. "http": a server at an address.',
    command: 'The program.',
    args: 'Its arguments.',
    env: 'Its variables, by name.',
    cwd: 'The folder in which it is started.',
    secretArguments: 'Whether secrets of the vault may stand in its arguments.',
  }),
);
const http = z.strictObject(
  described(httpLaunch.shape, {
    transport: '"stdio": a program that is started. "http": a server at an address.',
    url: 'Its address.',
    headers: 'Headers that are sent to it, by name.',
  }),
);

const voucher = z.strictObject({
  server: serverId.describe('Id under which the server is listed.'),
  launch: z
    .discriminatedUnion('transport', [stdio, http])
    .describe('How it is started or reached. Keys and passwords do not belong here.'),
  identity: sha256.describe('Digest of what the server is.'),
  pins: z.array(sha256).max(5000).describe('Digests of the approved tools, prompts and texts.'),
});

const destination = z
  .strictObject({
    kind: z.enum(['otlp', 'syslog']).describe('How it is spoken to.'),
    url: address(/^(https?|tls|tcp|udp):$/, 'https://collector.example.com:4318').describe(
      'https:// or http:// for OTLP; tls://, tcp:// or udp:// for syslog.',
    ),
  })
  .refine(
    ({ kind, url }) => /^https?:/.test(url) === (kind === 'otlp'),
    'OTLP goes to http(s)://, syslog to tls://, tcp:// or udp://.',
  );

/**
 * What an organisation sets for every Doorward on its computers. The one description of it: the readers, the
 * exporters, the template for group policies, the JSON schema and the page in `docs` are made from this value.
 */
export const managedPolicy = z.strictObject({
  version: z.literal(1).describe('Version of this format; always 1.'),
  organisation: z
    .strictObject({
      name: line(100).describe('Name of the organisation, as people know it.'),
      contact: line(200).optional().describe('Whom to ask: an e-mail address, a telephone number, a desk.'),
      contactUrl: https.optional().describe('Page with help.'),
    })
    .optional()
    .describe('Who manages this computer, and whom to ask.'),
  servers: z
    .strictObject({
      allowed: z
        .array(serverMatcher)
        .max(500)
        .optional()
        .describe('Only servers that fit one of these may be used. An empty list: none.'),
      forbidden: z
        .array(serverMatcher)
        .max(500)
        .optional()
        .describe('Servers that fit one of these may not be used, even when allowed.'),
    })
    .optional()
    .describe('Which servers may be used.'),
  clients: z
    .strictObject({
      allowed: lines(64).optional().describe('Only AI apps of these names may connect; `*` any characters.'),
      forbidden: lines(64).optional().describe('AI apps of these names may not connect; `*` any characters.'),
    })
    .optional()
    .describe('Which AI apps may connect.'),
  roles: z.array(managedRole).max(100).optional().describe('What AI apps of a role see and may do.'),
  assignments: z
    .array(
      z.strictObject({
        role: z
          .string()
          .regex(/^[a-z0-9-]{1,40}$/)
          .describe('Id of a role.'),
        client: line(64).optional().describe('Name of the AI app; `*` any characters.'),
        user: line(256).optional().describe('Account on this computer.'),
        group: line(256)
          .optional()
          .describe(
            'Group of the account on this computer; on Windows a name or a SID. Where its groups cannot be found out, it fits.',
          ),
      }),
    )
    .max(500)
    .optional()
    .describe('Who has which role. What is given has to fit; with nothing given, everybody has it.'),
  rules: z
    .array(managedRule)
    .max(1000)
    .optional()
    .describe('Rules that hold for everybody; they ask or block.'),
  presets: z
    .strictObject({
      minimum: preset.optional().describe('At least this preset.'),
      fixed: preset
        .optional()
        .describe('This preset; nobody can choose another. A stricter one that was chosen before stays.'),
    })
    .optional()
    .describe('What passes when no rule says anything.'),
  masks: z.array(managedMask).max(200).optional().describe('Texts that servers and AI apps do not see.'),
  inspection: z
    .array(managedAct)
    .max(500)
    .optional()
    .describe('What happens at least when something is found in what crosses.'),
  limits: z
    .array(managedCallLimit)
    .max(100)
    .optional()
    .describe('How often, how many at once and how much a day AI apps may call at most.'),
  approvals: z
    .strictObject({
      clockSeconds: z
        .int()
        .min(10)
        .max(300)
        .optional()
        .describe('Seconds after which an unanswered question is refused.'),
      longestDuration: duration.optional().describe('The longest time for which something may be allowed.'),
      alwaysAllowed: z.boolean().optional().describe('Whether a question may be answered with "always".'),
      lateMinutes: z
        .int()
        .min(0)
        .max(60)
        .optional()
        .describe('Minutes for which a late answer serves one retry.'),
      missedHours: z.int().min(0).max(8).optional().describe('Hours for which missed calls are listed.'),
      whoMayApprove: z
        .enum(['user', 'groups'])
        .optional()
        .describe('"user": whoever uses the computer. "groups": only members of `groups`.'),
      groups: lines(256)
        .optional()
        .describe(
          'Groups on this computer whose members may approve; on Windows with their domain, or SIDs. Where the groups of an account cannot be found out, it is in none.',
        ),
    })
    .optional()
    .describe('How questions are asked and who answers.'),
  log: z
    .strictObject({
      retentionDays: z
        .int()
        .min(1)
        .max(3650)
        .optional()
        .describe('Days for which calls are kept on this computer.'),
      required: z
        .boolean()
        .optional()
        .describe('Calls are refused while they cannot be recorded, whatever the person chose.'),
      texts: logTexts
        .exclude(['full'])
        .optional()
        .describe(
          'The most that is kept of the texts of calls. "redacted": without secrets and personal data. "digests": no texts.',
        ),
      serverTexts: z
        .array(
          z.strictObject({
            server: serverId.describe('Id of a server.'),
            texts: logTexts.exclude(['full']).describe('The most that is kept of the texts of its calls.'),
          }),
        )
        .max(500)
        .optional()
        .describe('The same for single servers; of the two, the one that keeps less counts.'),
      destination: destination.optional().describe('Where every record is sent too.'),
    })
    .optional()
    .describe('What is kept of calls, and where it goes.'),
  updates: z
    .strictObject({
      channel: z
        .enum(['stable', 'beta'])
        .optional()
        .describe('Which versions are offered: finished ones, or also those to try out.'),
      off: z
        .boolean()
        .optional()
        .describe('Doorward does not look for new versions, also not when a person asks it to.'),
    })
    .optional()
    .describe(
      'New versions of Doorward, where it updates itself: on macOS, and on Windows when installed for a person.',
    ),
  registryBaseUrl: https.optional().describe('Registry of servers to browse, in place of the public one.'),
  trustedRegistries: z
    .array(line(300))
    .max(50)
    .optional()
    .describe('Registries from which packages are ordinary: hosts, or what their addresses begin with.'),
  proxies: lines(300)
    .optional()
    .describe('Proxies of the organisation, through which a server may go without a warning.'),
  privateAddressesForSignIn: lines(300)
    .optional()
    .describe('Hosts or address ranges in the own network at which people may sign in to a server.'),
  silentConnect: lines(64)
    .optional()
    .describe('Ids of AI apps that are connected to Doorward without asking the person.'),
  startAtLogin: z.boolean().optional().describe('Whether Doorward starts with the session.'),
  locked: z
    .array(settingsPatch.keyof())
    .max(50)
    .optional()
    .describe('Settings that stay as they are. Those in `settings` are locked too.'),
  settings: z
    .strictObject(
      described(
        { ...settingsPatch.shape, idle: idle.optional() },
        {
          port: 'Port of the endpoint.',
          allowedOrigins: 'Of the web origins that a person lets in, only these may call the endpoint.',
          idle: 'When what nobody uses is let go.',
          logLevel: 'How much Doorward writes into its own log.',
          theme: 'Looks of the window.',
          startAtLogin: 'The same as `startAtLogin` above, which comes first.',
          lockVault: 'Whether the vault is locked while the screen is.',
        },
      ),
    )
    .optional()
    .describe('Settings that the organisation chooses; nobody can change them.'),
  vouchers: z
    .array(voucher)
    .max(500)
    .optional()
    .describe('Servers, with what they offer, that count as reviewed.'),
});

export type ManagedPolicy = z.infer<typeof managedPolicy>;
export type ManagedRule = z.infer<typeof managedRule>;
export type ServerMatcher = z.infer<typeof serverMatcher>;
export type Voucher = z.infer<typeof voucher>;
export const managedVoucher = voucher;

/**
 * What a key does. `limit`: it only tightens. `voucher`: the organisation answers for something, in a person's place.
 * `setting`: it chooses where a person could have chosen. `about`: it is said to people.
 */
export const managedKinds: Readonly<Record<keyof ManagedPolicy, 'limit' | 'voucher' | 'setting' | 'about'>> =
  {
    version: 'about',
    organisation: 'about',
    servers: 'limit',
    clients: 'limit',
    roles: 'limit',
    assignments: 'limit',
    rules: 'limit',
    presets: 'limit',
    masks: 'limit',
    inspection: 'limit',
    limits: 'limit',
    approvals: 'limit',
    log: 'setting',
    updates: 'setting',
    registryBaseUrl: 'setting',
    trustedRegistries: 'voucher',
    proxies: 'voucher',
    privateAddressesForSignIn: 'voucher',
    silentConnect: 'voucher',
    startAtLogin: 'setting',
    locked: 'limit',
    settings: 'setting',
    vouchers: 'voucher',
  };
