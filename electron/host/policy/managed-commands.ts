import type { ManagedPolicy } from '../../../shared/model/managed.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Approvals } from '../../catalog/approvals.ts';
import { identityDigest } from '../../catalog/identity/identity.ts';
import type { ItRequest } from '../../policy/managed/request.ts';
import { inspectionHere } from '../../policy/managed/inspection.ts';
import { vouchersOf } from '../../policy/managed/vouchers.ts';
import type { Handlers } from '../commands.ts';
import type { InspectionBook } from '../inspection/inspection-book.ts';
import type { ServerRepo } from '../servers/server-repo.ts';
import type { OfferedThing } from './offered-things.ts';
import type { OpenManagedPolicy } from './managed-policy.ts';
import type { OpenRuleBook } from './rule-book.ts';

type ManagedCommands = Pick<Handlers, 'policy.show' | 'policy.export' | 'policy.request'>;

export interface ManagedCommandPorts {
  readonly managed: OpenManagedPolicy;
  readonly book: OpenRuleBook;
  /** What was chosen about inspection. */
  readonly inspection: Pick<InspectionBook, 'acts' | 'masks'>;
  readonly servers: ServerRepo;
  readonly approvals: Approvals;
  /** Everything that a server offers now, approved or on hold, as far as it can be approved. */
  readonly offered: (server: string) => readonly OfferedThing[];
  readonly now: () => number;
}

/**
 * The commands about what an organisation manages, and what it could. What makes and checks managed settings is loaded
 * when it is needed, which is seldom.
 */
export function managedCommands(ports: ManagedCommandPorts): ManagedCommands {
  const { managed, book, servers, approvals } = ports;

  /** What is chosen here, as an organisation could set it elsewhere: only what tightens, and vouchers. */
  async function policyHere(withVouchers: boolean): Promise<ManagedPolicy> {
    const { managedPolicy } = await import('../../../shared/model/managed.ts');
    const tightening = book
      .rules()
      .filter(({ action, run }) => run === undefined && (action === 'ask' || action === 'block'))
      // Ids of AI apps differ from computer to computer.
      .filter(({ client }) => client === undefined)
      .map(({ id: _id, origin: _origin, who: _who, createdAt: _at, run: _run, ...body }) => body);
    const { vouchers } = vouchersOf(
      servers
        .all()
        .filter(({ state }) => withVouchers && state === 'approved')
        .map(({ id, launch }) => ({
          id,
          launch,
          identity: approvals.identity(id),
          pins: [...approvals.of(id).items.values()].flat().map(({ digest }) => digest),
        })),
    );
    return managedPolicy.parse({
      version: 1,
      presets: { minimum: book.preset() },
      ...(tightening.length === 0 ? {} : { rules: tightening }),
      ...inspectionHere(ports.inspection.acts(), ports.inspection.masks()),
      ...(vouchers.length === 0 ? {} : { vouchers }),
    });
  }

  return {
    async 'policy.show'() {
      return ok(managed.view());
    },
    async 'policy.export'({ format, vouchers }) {
      const { exportPolicy } = await import('../../policy/managed/exporters/export-policy.ts');
      const files = exportPolicy(managed.current() ?? (await policyHere(vouchers)), format);
      return ok({ files: files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })) });
    },
    async 'policy.request'({ server, tool }) {
      const record = servers.get(server);
      if (record === undefined) return fail('unknown', `There is no server "${server}".`);
      const { record: decided } = approvals.of(server);
      const is = decided.inspected ?? decided.identity;
      if (is === undefined)
        return fail('refused', `Nobody has seen what "${server}" offers yet. Inspect it first.`);
      const { makeRequest } = await import('../../policy/managed/request.ts');
      const common = {
        server,
        launch: record.launch,
        identity: identityDigest(is),
        reason: '',
        at: ports.now(),
      };
      const offered = ports.offered(server);
      if (tool === undefined) {
        const pins = [...new Set(offered.map(({ digest }) => digest))];
        return requested(makeRequest({ ...common, kind: 'server', pins }, managed.current()));
      }
      const found = offered.find(({ kind, key }) => kind === 'tool' && key === tool);
      if (found === undefined) return fail('unknown', `"${server}" offers no tool "${tool.slice(0, 100)}".`);
      const { digest, effect } = found;
      const about = { ...common, kind: 'tool' as const, tool, effect, pin: digest };
      return requested(makeRequest(about, managed.current()));
    },
  };
}

function requested(made: Result<ItRequest>): Result<{ fileName: string; text: string; to?: string }> {
  if (!made.ok) return made;
  const { fileName, json, to } = made.value;
  return ok({ fileName, text: json, ...(to === undefined ? {} : { to }) });
}
