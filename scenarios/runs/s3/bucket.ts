import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { shownAddress } from '../shown-address.ts';

/** Objects of one bucket below one prefix. Names are below the prefix. */
export interface Bucket {
  /** The address as it may be shown. */
  readonly address: string;
  /** Undefined where there is none. */
  get(name: string): Promise<Uint8Array | undefined>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Whether it was this call that made the object: of several at once, one. */
  putFirst(name: string, bytes: Uint8Array): Promise<boolean>;
  remove(name: string): Promise<void>;
  /** Names that begin so, in order; `folders`: only to the next slash. */
  list(start: string, folders?: boolean): AsyncIterable<string>;
  /** Bytes of every object whose name begins so, by the rest of its name. */
  sizes(start: string): Promise<Map<string, number>>;
}

/** What S3 needs to know of who asks. */
export interface Credentials { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined }

/** The bucket refuses, or cannot be reached. */
export class BucketFault extends Error {
  /** As an error of the system has: what a store refuses, it refuses the next run too. */
  readonly syscall = 'fetch';
}

/** Who asks is said by the environment: an address, or an endpoint in it, that names a user is none. */
export function isS3Address(address: string): boolean {
  if (!/^s3:\/\/[^/?]+/i.test(address) || !URL.canParse(address)) return false;
  const { username, password, pathname, searchParams } = new URL(address), endpoint = searchParams.get('endpoint');
  if (username !== '' || password !== '' || /%(?![0-9a-f]{2})/i.test(pathname) || !isUtf8(pathname)) return false;
  return endpoint === null || (/^https?:\/\//i.test(endpoint) && URL.canParse(endpoint) && new URL(endpoint).username === '' && new URL(endpoint).password === '');
}

function isUtf8(escaped: string): boolean {
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}

/** Credentials as AWS's own tools read them from the environment; undefined where they are not all there. */
export function credentialsIn(environment: NodeJS.ProcessEnv): Credentials | undefined {
  const accessKeyId = environment['AWS_ACCESS_KEY_ID'], secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
  return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey, sessionToken: environment['AWS_SESSION_TOKEN'] || undefined } : undefined;
}

/** Others than these are tried again by the client, or are faults. */
const OK = 200, NOT_FOUND = 404, CONFLICT = 409, ALREADY_THERE = 412;
/** How often a conflict is met again, and how long it is waited for. */
const MOST_CONFLICTS = 10, AFTER_CONFLICT_MS = 200;

/** The bucket at s3://bucket/prefix?endpoint=https://host&region=name; without an endpoint, at AWS. */
export function openBucket(address: string, credentials: Credentials, regionElse = 'us-east-1'): Bucket {
  const { hostname: bucket, pathname, searchParams } = new URL(address), region = searchParams.get('region') ?? regionElse, endpoint = searchParams.get('endpoint');
  const base = endpoint === null ? `https://${bucket}.s3.${region}.amazonaws.com/` : `${endpoint.replace(/\/+$/, '')}/${bucket}/`;
  const prefix = decodeURIComponent(pathname).replace(/^\/+|\/+$/g, ''), below = prefix === '' ? '' : `${prefix}/`;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const client = new AwsClient({ accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }), service: 's3', region, retries: 5 });
  const pathOf = (name: string): string => (below + name).split('/').map(encodeURIComponent).join('/');
  const ask = async (method: string, path: string, good: readonly number[], body?: Uint8Array, headers: Record<string, string> = {}): Promise<Response> => {
    // The sum travels signed: a body that is altered on its way is refused.
    const sum = createHash('sha256').update(body ?? '').digest('hex');
    const answer = await client.fetch(base + path, { method, headers: { ...headers, 'X-Amz-Content-Sha256': sum }, ...(body ? { body: body as BodyInit } : {}) })
      .catch((error: unknown) => { throw new BucketFault(`${method} ${path}: ${reason(error)}`); });
    if (answer.ok || good.includes(answer.status)) return answer;
    throw new BucketFault(`${method} ${path}: ${answer.status} ${/<Code>([^<]*)<\/Code>/.exec(await answer.text())?.[1] ?? answer.statusText}`);
  };
  async function* pages(start: string, folders: boolean): AsyncGenerator<string> {
    for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
      const query = new URLSearchParams({ 'list-type': '2', prefix: below + start, ...(folders ? { delimiter: '/' } : {}), ...(token === undefined ? {} : { 'continuation-token': token }) });
      const page = await (await ask('GET', `?${String(query).replaceAll('+', '%20')}`, [])).text();
      yield page;
      token = unescapedOrNone(/<NextContinuationToken>([^<]*)<\/NextContinuationToken>/.exec(page)?.[1]);
    }
  }
  return {
    address: shownAddress(address),
    async get(name) {
      const answer = await ask('GET', pathOf(name), [NOT_FOUND]), bytes = new Uint8Array(await answer.arrayBuffer());
      return answer.status === NOT_FOUND ? undefined : bytes;
    },
    async put(name, bytes) { await (await ask('PUT', pathOf(name), [], bytes)).arrayBuffer(); },
    async putFirst(name, bytes) {
      for (let conflicts = 0; ; conflicts++) {
        const answer = await ask('PUT', pathOf(name), conflicts < MOST_CONFLICTS ? [ALREADY_THERE, CONFLICT] : [ALREADY_THERE], bytes, { 'If-None-Match': '*' });
        await answer.arrayBuffer();
        if (answer.status !== CONFLICT) return answer.status === OK;
        // Another writes at this very moment, or has just failed to: nothing says that the object is there.
        await pause(AFTER_CONFLICT_MS);
      }
    },
    async remove(name) { await (await ask('DELETE', pathOf(name), [NOT_FOUND])).arrayBuffer(); },
    async *list(start, folders = false) {
      for await (const page of pages(start, folders)) {
        for (const [, name] of page.matchAll(folders ? /<CommonPrefixes>\s*<Prefix>([^<]*)<\/Prefix>/g : /<Key>([^<]*)<\/Key>/g)) yield unescaped(name!).slice(below.length);
      }
    },
    async sizes(start) {
      const bytes = new Map<string, number>();
      for await (const page of pages(start, false)) {
        for (const [, about] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const name = /<Key>([^<]*)<\/Key>/.exec(about!)?.[1], size = /<Size>(\d+)<\/Size>/.exec(about!)?.[1];
          if (name !== undefined && size !== undefined) bytes.set(unescaped(name).slice(below.length + start.length), Number(size));
        }
      }
      return bytes;
    },
  };
}

/** Text of XML; our names hold letters, digits and dots, a prefix may hold more. */
const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!);
const unescapedOrNone = (text: string | undefined): string | undefined => (text === undefined ? undefined : unescaped(text));

/** `fetch` hides why it failed in the cause. */
function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
