import type { FastifyRequest } from 'fastify';

/** Who asks, and what they may do. */
export interface User { name: string; mayLook: boolean }

/**
 * The one place where a request's user is decided. For now everyone who reaches the server is the person in front of
 * this machine: it listens on 127.0.0.1 only, and answers only to names of this machine, so that no foreign page can
 * reach it through a name of its own that it points here.
 */
export function userOf(request: FastifyRequest): User | undefined {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return ['127.0.0.1', 'localhost', '[::1]'].includes(host) ? { name: 'local', mayLook: true } : undefined;
}
