import { eraFor, type ServerRecord } from '../../shared/model/server.ts';
import { type Aggregate, type Aggregates, listResult } from '../catalog/aggregate.ts';
import { capabilitySet, type Catalog, type Directory, REVIEWED } from '../catalog/catalog.ts';
import type { Trust } from '../catalog/trust.ts';
import { LIST_METHOD, LISTS, type ListName } from '../catalog/snapshot.ts';
import { exposedName } from '../catalog/names.ts';
import { resolveUri, type UriTarget } from '../catalog/uris.ts';
import type { Exchange } from './exchange.ts';
import { stringAt } from './framing/json-scan.ts';
import { json } from './framing/splice.ts';
import { aggregateHello, discoverResult, negotiated } from './hello.ts';
import type { FindingPort, Meant, Read, ReadingPort } from './own-tools.ts';
import type { Peer } from './peer.ts';
import { errorReply, failureReply, INVALID_PARAMS, resultReply } from './replies.ts';
import type { ResultWatch } from './result-watch.ts';
import type { SessionRelay } from './session-relay.ts';
import type { TokenMeter } from './token-meter.ts';

export interface LocalPorts {
  readonly catalog: Catalog;
  readonly directory: Directory;
  readonly aggregates: Aggregates;
  readonly watch: ResultWatch;
  readonly trust: Pick<Trust, 'hello'>;
  readonly version: string;
  /** Answers AI apps that find their tools on demand; undefined: none does. */
  readonly demand?: FindingPort | undefined;
  /** Lets AI apps read on in answers that were cut; undefined: none is. */
  readonly reading?: ReadingPort | undefined;
  /** Counts what AI apps are given. */
  readonly meter?: TokenMeter | undefined;
  /** Whether this AI app does. */
  readonly onDemand?: ((clientId: string) => boolean) | undefined;
}

/** A call that reads on in an answer that was cut. */
export interface ReadOn extends Read {
  readonly kind: 'read';
  /** The tool that it is a call of. */
  readonly tool: string;
}

const LIST_OF = new Map<string, ListName>(LISTS.map((list) => [LIST_METHOD[list], list]));

/** Names the set of capabilities that an exchange's client has, in either era. */
export function capabilitiesOf(exchange: Pick<Exchange, 'session' | 'envelope'>): string {
  if (exchange.session !== undefined) return capabilitySet(exchange.session.initializeParams);
  const raw = exchange.envelope?.clientCapabilities ?? json({});
  return capabilitySet(Buffer.concat([Buffer.from('{"capabilities":'), raw, Buffer.from('}')]));
}

/** Requests that Doorward answers itself: what concerns all servers at once, and the handshakes between the eras. */
export class LocalAnswers {
  readonly #ports: LocalPorts;

  constructor(ports: LocalPorts) {
    this.#ports = ports;
  }

  initialize(exchange: Exchange): { version: string; result: Buffer } {
    const span = exchange.message.paramsSpan;
    const params = span === undefined ? json({}) : exchange.message.bytes.subarray(span.start, span.end);
    const version = negotiated(params);
    return { version, result: aggregateHello(this.#ports.version, version, this.#hellos(exchange)) };
  }

  /** Requests on `/mcp` about everything; false when the request is for one server after all. */
  answersForAll(exchange: Exchange, session: SessionRelay | undefined): boolean {
    const { message, envelope } = exchange;
    const id = message.id?.raw ?? 'null';
    const stateless = envelope !== undefined;
    if (message.method === 'server/discover' && stateless) {
      exchange.answer(resultReply(id, aggregateHello(this.#ports.version, undefined, [])));
      return true;
    }
    const list = LIST_OF.get(message.method);
    if (list === undefined) return false;
    const aggregate = this.#aggregate(exchange);
    if (session !== undefined) session.listed = aggregate.digest;
    const cursor = message.params?.get('cursor');
    const text = cursor === undefined ? undefined : (stringAt(message.bytes, cursor) ?? '');
    const result = listResult(aggregate, list, text, stateless);
    if (result === undefined)
      exchange.answer(errorReply(id, INVALID_PARAMS, 'This cursor is not valid any more.'));
    else {
      if (list === 'tools')
        this.#ports.reading?.listed(exchange.session ?? exchange.client.id, exchange.client);
      if (list === 'tools' && cursor === undefined) this.#ports.meter?.listed(exchange.client.id, aggregate);
      exchange.answer(resultReply(id, result));
      if (list === 'tools' && this.#ports.onDemand?.(exchange.client.id) === true)
        this.#ports.demand?.expectSearch();
    }
    return true;
  }

  /** What a call means that may be one of a tool of our own; undefined: what it says. */
  meant(exchange: Exchange): Meant | ReadOn | undefined {
    const { demand, onDemand, reading } = this.#ports;
    const { client, message, scope } = exchange;
    if (scope.kind !== 'aggregate') return undefined;
    const meant =
      demand !== undefined && onDemand?.(client.id) === true
        ? demand.read(message, client.id, this.#aggregate(exchange))
        : undefined;
    if (reading?.active !== true || meant?.kind === 'answer') return meant;
    const read = reading.read(meant?.message ?? message, {
      owner: exchange.session ?? client.id,
      viewer: client,
      mayUse: (server, tool) =>
        this.#aggregate(exchange).targets.tools.get(exposedName(server, tool))?.server === server,
    });
    return read === undefined ? meant : { kind: 'read', tool: reading.tool, ...read };
  }

  /** `server/discover` of a stateless client on a session-era server; everything else goes to the server. */
  answersForOne(
    exchange: Exchange,
    connect: (server: ServerRecord, then: (peer: Peer) => void) => void,
  ): boolean {
    if (exchange.scope.kind !== 'server' || exchange.message.method !== 'server/discover') return false;
    const { server: wanted } = exchange.scope;
    const server = this.#ports.directory.visible(exchange.client).find((record) => record.id === wanted);
    if (server === undefined || eraFor(server, 'stateless') === 'stateless') return false;
    const id = exchange.message.id?.raw ?? 'null';
    connect(server, (peer) => {
      if (peer.failure !== undefined) exchange.answer(failureReply(id, peer.failure));
      else exchange.answer(resultReply(id, discoverResult(this.#ports.trust.hello(server.id, peer.hello))));
    });
    return true;
  }

  uriTarget(exchange: Exchange, uri: string): UriTarget | undefined {
    const servers = this.#ports.directory.visible(exchange.client);
    const learned = this.#ports.watch.server(exchange.client.id, uri);
    return resolveUri(uri, this.#aggregate(exchange), servers, learned);
  }

  /** True once after the aggregated lists of this session became other than what its client was given. */
  listsDiffer(session: SessionRelay): boolean {
    const { scope, client } = session.session;
    if (scope.kind !== 'aggregate' || session.listed === undefined) return false;
    const servers = this.#ports.directory.visible(client);
    const { digest } = this.#ports.aggregates.for(servers, session.capabilities, client);
    if (digest === session.listed) return false;
    session.listed = digest;
    return true;
  }

  /** Puts the aggregated lists of this client together, for the requests to come. */
  prepare({ session, capabilities }: SessionRelay): void {
    this.#ports.aggregates.for(this.#ports.directory.visible(session.client), capabilities, session.client);
  }

  #hellos(exchange: Exchange): Buffer[] {
    return this.#ports.directory
      .visible(exchange.client)
      .flatMap((server) => this.#ports.catalog.get(server.id, REVIEWED)?.hello ?? []);
  }

  #aggregate(exchange: Exchange): Aggregate {
    return this.#ports.aggregates.for(
      this.#ports.directory.visible(exchange.client),
      capabilitiesOf(exchange),
      exchange.client,
    );
  }
}
