import type { FastifyInstance } from 'fastify';
import { languages } from '../../scenarios/language/language.ts';
import { findSweepHead, listSweeps } from '../../scenarios/report/sweep/sweep-folder.ts';
import type { SweepHead } from '../../scenarios/saved/sweep-head.ts';
import { makeSweepPages } from './sweep-pages.ts';

/**
 * What is kept of sweeps of the cities that are shown: a list, and each as the page that `jumeau report sweep` writes. `home`: the store; undefined where the
 * server has none. Only what is 32 hexadecimal digits is ever turned into a path.
 */
export function addSweepRoutes(app: FastifyInstance, home: string | undefined, cities: readonly { name: string; twinHash?: string }[]): void {
  const pageOf = home === undefined ? undefined : makeSweepPages(home);
  const nameOf = (twinHash: string): string | undefined => cities.find((city) => city.twinHash === twinHash)?.name;
  app.get('/api/sweeps', async (_, reply) => {
    const heads = home === undefined ? [] : await listSweeps(home);
    const sweeps = heads.flatMap((head): SweepHead[] => { const city = nameOf(head.twinHash); return city === undefined ? [] : [{ ...head, city }]; });
    return reply.header('cache-control', 'no-cache').send({ sweeps });
  });
  app.get<{ Params: { id: string; language: string } }>('/sweeps/:id/:language', async (request, reply) => {
    const { id } = request.params, language = languages.find((known) => known === request.params.language), head = language && home !== undefined ? await findSweepHead(home, id) : undefined;
    // The whole sweep may be large: its head says whether it is of a city that is shown.
    const page = language && head && nameOf(head.twinHash) !== undefined ? await pageOf!(id, language) : undefined;
    if (page === undefined) return reply.code(404).send({ error: 'not found' });
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
  });
}
