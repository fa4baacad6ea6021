import type { HostCommand } from '../../shared/ipc/window.ts';

/**
 * What a command does to what may happen, which is who may run it where an organisation says who may approve
 * (`approvals.groups`).
 *
 * - `looser`: an AI app or a server has or may do more than before, a protection ends, or something that was noticed is
 *   hidden. Only for people who may approve.
 * - `if-looser`: some inputs do that. Its handler asks `mayLoosen` for those, before it does anything.
 * - `own`: needs the person, and lets nothing pass that nobody has approved: keys, texts, what they set for themselves.
 * - `tighter`: less than before. For everybody.
 * - `neither`: it reads, or what it adds is on hold. For everybody.
 */
export type CommandAct = 'looser' | 'if-looser' | 'own' | 'tighter' | 'neither';

/** Every command of the host. One that is not here counts as `looser`. */
export const COMMAND_ACTS: Readonly<Record<HostCommand, CommandAct>> = {
  status: 'neither',
  doctor: 'neither',
  // A new app has at once whatever its role sees.
  'client.add': 'looser',
  'client.role': 'looser',
  'client.tools': 'if-looser',
  'client.list': 'neither',
  'client.listed': 'neither',
  'client.remove': 'tighter',
  // The app is the same, and its key before is worth nothing.
  'client.rotate': 'own',
  'client.config': 'own',
  'server.add': 'neither',
  'server.list': 'neither',
  'server.show': 'neither',
  'server.parse': 'neither',
  'server.inspect': 'looser',
  'server.approve': 'looser',
  'server.versions': 'neither',
  'server.upgrade': 'looser',
  'server.block': 'tighter',
  'server.enable': 'looser',
  'server.disable': 'tighter',
  'server.remove': 'tighter',
  'server.test': 'neither',
  'server.log': 'neither',
  'server.label': 'if-looser',
  // What an app is not shown of an answer it can ask for.
  'server.shaping': 'neither',
  'server.shape': 'neither',
  'server.restart': 'own',
  // An approved server asks for its key or its sign-in; having it is what it was approved for.
  'server.signIn': 'own',
  'server.signOut': 'tighter',
  'secret.set': 'own',
  'secret.list': 'neither',
  'secret.remove': 'tighter',
  'secret.export': 'own',
  'secret.import': 'own',
  'secret.rotate': 'own',
  'tool.list': 'neither',
  'tool.review': 'neither',
  'tool.diff': 'neither',
  'tool.approve': 'looser',
  'tool.block': 'tighter',
  'tool.effect': 'looser',
  'tool.history': 'neither',
  'registry.search': 'neither',
  'registry.show': 'neither',
  'registry.install': 'if-looser',
  'bundle.read': 'neither',
  'bundle.receive': 'own',
  'bundle.install': 'if-looser',
  'approval.list': 'neither',
  'approval.allow': 'looser',
  'approval.deny': 'tighter',
  'approval.touch': 'own',
  'approval.leave': 'own',
  'rule.list': 'neither',
  'rule.add': 'if-looser',
  'rule.remove': 'if-looser',
  'rule.explain': 'neither',
  'rule.simulate': 'neither',
  'rule.suggest': 'neither',
  'role.list': 'neither',
  'role.put': 'looser',
  'role.remove': 'looser',
  'role.tools': 'if-looser',
  'preset.set': 'if-looser',
  'profile.list': 'neither',
  'profile.add': 'neither',
  'profile.rename': 'neither',
  'profile.tools': 'if-looser',
  'profile.folder': 'if-looser',
  'profile.use': 'if-looser',
  'profile.remove': 'if-looser',
  'policy.show': 'neither',
  'policy.export': 'neither',
  'policy.request': 'neither',
  'settings.show': 'own',
  'settings.change': 'if-looser',
  'inspection.show': 'neither',
  'inspection.try': 'neither',
  'inspection.set': 'if-looser',
  'inspection.unset': 'if-looser',
  'inspection.personal': 'if-looser',
  'mask.list': 'neither',
  'mask.try': 'neither',
  'mask.put': 'if-looser',
  'mask.remove': 'looser',
  'flow.reset': 'looser',
  'canary.list': 'neither',
  'canary.add': 'own',
  'canary.remove': 'looser',
  'limit.list': 'neither',
  'limit.put': 'if-looser',
  'limit.remove': 'looser',
  'limit.loops': 'if-looser',
  'texts.show': 'neither',
  'texts.set': 'if-looser',
  'log.list': 'neither',
  'log.session': 'neither',
  'log.overview': 'own',
  'log.show': 'own',
  'log.report': 'neither',
  'log.verify': 'neither',
  'log.export': 'own',
  'call.detail': 'own',
  'call.findings': 'own',
  'log-care.show': 'neither',
  'log-care.unwritable': 'if-looser',
  // From then on nothing says any more that the record was changed.
  'log-care.accept': 'looser',
  'send.list': 'neither',
  'send.add': 'looser',
  // The record ends to be where nobody here can change it.
  'send.remove': 'looser',
  'send.test': 'own',
  'app.list': 'neither',
  'app.preview': 'neither',
  // Servers are on hold when they come in, and their keys only move.
  'app.import': 'own',
  'app.connect': 'looser',
  // Back to what the app's own file said, which its owner can write anyway; it is told.
  'app.undo': 'neither',
  // It is not told any more that a server goes past Doorward.
  'app.leave': 'looser',
  'guard.block': 'tighter',
  // A brake that cannot be let go is not pulled, and any program here can pull it. Behind it there is what was approved.
  'guard.ask': 'own',
  'guard.usual': 'own',
  'operator.set': 'own',
};

/** Of any name, also of one that nobody has thought about. */
export const actOf = (name: HostCommand): CommandAct =>
  (Object.hasOwn(COMMAND_ACTS, name) ? COMMAND_ACTS[name] : undefined) ?? 'looser';
