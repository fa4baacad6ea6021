import { randomBytes } from 'node:crypto';
import type { ServerRecord } from '../../../shared/model/server.ts';
import type { Directory } from '../../catalog/catalog.ts';
import type { RoleView, Viewer } from '../../catalog/role-view.ts';
import { cutAnswer } from '../../context/reading/cut-answer.ts';
import { GivenTexts } from '../../context/reading/given-texts.ts';
import { Reading, withReading } from '../../context/reading/reading.ts';
import { cutText } from '../../context/shaping/cut-text.ts';
import { estimateTokens } from '../../context/shaping/estimate-tokens.ts';
import type { Shape } from '../../context/shaping/contract.ts';
import { createSeenTexts } from '../../context/shaping/seen-texts.ts';
import { Spool } from '../../context/spool/spool.ts';
import type { RoadInspector } from '../../inspection/road-inspector.ts';
import type { Call } from '../../relay/call.ts';
import { rescan } from '../../relay/message.ts';
import type { Stage } from '../../relay/pipeline.ts';
import type { TokenMeter } from '../../relay/token-meter.ts';
import type { RoadPolicy } from '../../stages/decide.ts';
import type { AskAboutAnswer } from '../../stages/inspect.ts';
import { shape } from '../../stages/shape.ts';
import type { RoadShaping } from './open-shaping.ts';
import { lookAgain } from './second-look.ts';

export interface ShapeRoadPorts {
  readonly shaping: RoadShaping;
  readonly directory: Pick<Directory, 'visible'>;
  /** What AI apps are listed otherwise. */
  readonly view: RoleView;
  /** Look once more at what was decoded, in the order of the road. */
  readonly inspectors: readonly RoadInspector[];
  readonly askAboutAnswer: AskAboutAnswer | undefined;
  readonly stop: RoadPolicy['stop'];
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Counts what AI apps are given. */
  readonly meter: Pick<TokenMeter, 'shaped'> | undefined;
  /** Hears of an answer that could not be made smaller. */
  readonly fault: (error: unknown) => void;
}

/** Smaller answers on the road of a call, and the way to read on in them. */
export interface ShapeRoad {
  readonly stage: Stage;
  readonly reading: Reading;
  /** What AI apps are listed, `read_more` among it where an answer of theirs may be cut. */
  readonly view: RoleView;
  /** Something about a server changed: what may not be used any more is not kept either. */
  serverChanged(server: ServerRecord | undefined, id: string): void;
}

const BLOCKED = 'A person has blocked everything in Doorward for now.';

/** Puts the making of smaller answers together. */
export function shapeRoad(ports: ShapeRoadPorts): ShapeRoad {
  const { shaping, directory, stop, now, fault } = ports;
  const offered = (viewer: Viewer): boolean =>
    shaping.cuts() && directory.visible({ role: '', ...viewer }).some(({ id }) => shaping.cuts(id));
  const spool = new Spool({
    now,
    random: randomBytes,
    after(ms, run) {
      const timer = setTimeout(run, ms).unref();
      return () => clearTimeout(timer);
    },
  });
  const reading = new Reading({
    spool,
    cutText,
    offered,
    cuts: () => shaping.cuts(),
    stopped() {
      const why = stop();
      return why === 'blocked' ? BLOCKED : why?.sentence;
    },
  });
  const texts = new GivenTexts(() => createSeenTexts());
  const look = lookAgain(ports.inspectors, ports.askAboutAnswer);
  // It has a reader of pages in it, which a start need not wait for.
  let shaper: Shape | undefined;
  const load = async (): Promise<Shape> => {
    try {
      shaper ??= (await import('../../context/shaping/shape.ts')).shape;
      return shaper;
    } catch (error) {
      fault(error);
      return () => undefined;
    }
  };
  const stage = shape({
    shaping: (server, tool) => shaping.of(server, tool),
    shape: () => shaper ?? load(),
    hasOutputSchema: (server, tool) => shaping.hasOutputSchema(server, tool),
    giving: ({ session }) => texts.begin(session),
    look,
    cut(call, result, budget, noted) {
      const owner = call.session ?? call.client.id;
      const server = call.server?.id;
      // Of one server alone nothing is cut: it is seen as it is, and `read_more` is not in its list.
      if (server === undefined || call.scope.kind !== 'aggregate' || !reading.canRead(owner))
        return undefined;
      return cutAnswer(result, budget, {
        cutText,
        estimateTokens,
        noted,
        keep: (text) =>
          reading.keep(owner, { server, tool: call.name, text, budget, orders: hasOrders(call) }),
      });
    },
    rescan,
    shaped({ id, client }, before, after) {
      shaping.keep?.(id, before);
      ports.meter?.shaped(client.id, before, after);
    },
    fault,
  });
  return {
    stage,
    reading,
    view: withReading(ports.view, offered),
    serverChanged(server, id) {
      if (server === undefined || server.state !== 'approved' || !server.enabled) spool.forgetServer(id);
    },
  };
}

/** Whether orders to a model were found in an answer, which whoever reads on has to be told again. */
const hasOrders = ({ findings }: Call): boolean =>
  findings?.some(({ source, where }) => source === 'injection' && where === 'answer') === true;
