import type { StatusReport } from '../../shared/ipc/shapes.ts';
import type { HostParts } from './host-parts.ts';
import { reviewCounts } from './servers/review-view.ts';

/** Tells what a running host is doing. */
export function hostStatus(parts: HostParts): () => StatusReport {
  const { ports, profile, managed, room, engine } = parts;
  const { servers, clients, operator, guard, seals } = profile;
  const { gateway, admin, trust } = engine;
  return () => {
    const all = servers.all();
    return {
      version: ports.version,
      pid: process.pid,
      home: ports.paths.home,
      url: gateway.url,
      port: gateway.port,
      startedAt: parts.startedAt,
      seals: seals.report,
      // With a window the key opens nothing, so nobody should be asked for it.
      operatorKey: ports.front === 'headless' && operator.isSet(),
      servers: {
        total: all.length,
        approved: all.filter(({ state }) => state === 'approved').length,
        waiting: all.filter(({ state }) => state === 'unreviewed' || state === 'inspected').length,
        running: all.filter(({ id }) => admin.health(id).state === 'running').length,
      },
      clients: clients.all().length,
      reviews: reviewCounts(trust.reviews()),
      guard: guard.state(),
      preset: managed.policy.presetFor(room.book.preset()),
      questions: { pending: room.desk.pending().length, missed: room.desk.missed().length },
      managed: managed.view().kind,
      notices: [...parts.notices(), ...managed.notices()],
    };
  };
}
