import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyReply } from 'fastify';
import { makeCityFiles, type ServedCity, type Zipped } from './city-files.ts';
import { makeComparisonFiles } from './comparison-files.ts';
import { addComparisonRoutes } from './comparison-routes.ts';
import { addSweepRoutes } from './sweep-routes.ts';
import { userOf } from './request-user.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServerOptions {
  /** Port on 127.0.0.1; 0 takes a free one, and a taken one is followed by the next free. */
  port: number;
  cities: readonly ServedCity[];
  /** The store, with the comparisons that it keeps of these cities; left out: none are sent. */
  home?: string;
  /** Folder with the built app; dist/app of this package unless said otherwise. */
  appFolder?: string;
}

export interface RunningServer { url: string; port: number; close(): Promise<void> }

/** Built: dist/jumeau.js (or a part below it) beside dist/app. From sources: viewer/server beside dist/app. */
function findApp(): string {
  const places = ['./app', '../app', '../../dist/app'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return places.find((place) => existsSync(`${place}/index.html`) && existsSync(`${place}/assets`)) ?? places[2]!;
}

/** Sends the viewer and what it looks at. Listens on this machine only. */
export async function startServer({ port, cities, home, appFolder = findApp() }: ServerOptions): Promise<RunningServer> {
  const app = fastify({ logger: false, forceCloseConnections: true });
  const files = makeCityFiles(cities);

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    if (!userOf(request)) await reply.code(403).send({ error: 'forbidden' });
  });
  app.get('/api/cities', async (_, reply) => reply.header('cache-control', 'no-cache').send(await files.list()));
  app.get<{ Params: { city: string } }>('/api/cities/:city/twin', async (request, reply) =>
    sendZipped(reply, await files.twin(request.params.city), request.headers['if-none-match']));
  app.get<{ Params: { city: string; result: string; part: string } }>('/api/cities/:city/results/:result/:part', async (request, reply) => {
    const { city, result, part } = request.params;
    return sendZipped(reply, await files.table(city, result, part), request.headers['if-none-match']);
  });
  app.get<{ Params: { city: string; result: string; fromS: string; kind: string } }>('/api/cities/:city/results/:result/:kind/:fromS', async (request, reply) => {
    const { city, result, kind, fromS } = request.params;
    const second = /^\d{1,7}$/.test(fromS) ? Number(fromS) : -1;
    const found = second < 0 ? undefined : kind === 'replay' ? await files.replay(city, result, second) : kind === 'signals' ? await files.signals(city, result, second) : undefined;
    // A run that lacks a stretch of the day is nothing wrong; a result that is not there is.
    if (!found && second >= 0 && files.has(city, result)) return reply.code(204).send();
    return sendZipped(reply, found, request.headers['if-none-match']);
  });
  app.get<{ Params: { city: string; result: string; controller: string; part: string } }>('/api/cities/:city/results/:result/junctions/:controller/:part', async (request, reply) => {
    const { city, result, controller, part } = request.params, timed = /^(span|corridor)-(\d{1,7})$/.exec(part);
    const wanted = timed ? (timed[1] as 'span' | 'corridor') : part === 'plans' || part === 'figures' ? part : undefined;
    const found = wanted && /^\d{1,6}$/.test(controller) ? await files.junction(city, result, Number(controller), wanted, Number(timed?.[2] ?? 0)) : undefined;
    // A junction of which a stretch of the day was not recorded is nothing wrong.
    if (!found && timed && files.has(city, result)) return reply.code(204).send();
    return sendZipped(reply, found, request.headers['if-none-match']);
  });
  addComparisonRoutes(app, makeComparisonFiles(home, cities));
  addSweepRoutes(app, home, cities);
  if (existsSync(appFolder)) {
    await app.register(fastifyStatic, {
      root: appFolder,
      setHeaders: (reply, path) => reply.setHeader('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
  }
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ error: 'not found' }));
  app.setErrorHandler((error, _, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    // What went wrong inside is for the log of the operator, not for whoever asks.
    if (status >= 500) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return reply.code(status).send({ error: status >= 500 ? 'failed' : 'bad request' });
  });
  const taken = await listen(app, port);
  return { url: `http://127.0.0.1:${taken}/`, port: taken, close: () => app.close() };
}

/** The wanted port, or the next of twenty that is free. */
async function listen(app: ReturnType<typeof fastify>, port: number): Promise<number> {
  for (let tried = port; ; tried++) {
    try {
      await app.listen({ host: '127.0.0.1', port: tried });
      return (app.server.address() as { port: number }).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port === 0 || tried >= port + 20) throw error;
    }
  }
}

/** Bytes that are stored gzipped go out as they are. */
function sendZipped(reply: FastifyReply, found: Zipped | undefined, knownEtag: string | undefined): FastifyReply {
  if (!found) return reply.code(404).send({ error: 'not found' });
  void reply.header('etag', found.etag).header('cache-control', 'no-cache');
  if (knownEtag === found.etag) return reply.code(304).send();
  if (found.unzippedBytes !== undefined) void reply.header('x-unzipped-length', found.unzippedBytes);
  return reply.header('content-type', found.isJson ? 'application/json; charset=utf-8' : 'application/octet-stream').header('content-encoding', 'gzip').send(Buffer.from(found.gzip.buffer, found.gzip.byteOffset, found.gzip.byteLength));
}
