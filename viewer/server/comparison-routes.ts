import type { FastifyInstance } from 'fastify';
import { languages } from '../../scenarios/language/language.ts';
import type { ComparisonFiles } from './comparison-files.ts';

/** What is kept of comparisons: a list, each as data, and each as the page that `jumeau report` writes. */
export function addComparisonRoutes(app: FastifyInstance, files: ComparisonFiles): void {
  app.get('/api/comparisons', async (_, reply) => reply.header('cache-control', 'no-cache').send({ comparisons: await files.list() }));
  app.get<{ Params: { id: string } }>('/api/comparisons/:id', async (request, reply) => {
    const found = await files.find(request.params.id);
    return found ? reply.header('cache-control', 'no-cache').send(found) : reply.code(404).send({ error: 'not found' });
  });
  app.get<{ Params: { id: string; language: string } }>('/comparisons/:id/:language', async (request, reply) => {
    const language = languages.find((known) => known === request.params.language), page = language && (await files.page(request.params.id, language));
    return page ? reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page) : reply.code(404).send({ error: 'not found' });
  });
}
