import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';

/** Objects of one bucket below one prefix. Names are below the prefix. */
export interface Bucket {
  /** The address as it was given. */
  readonly address: string;
  /** Undefined where there is none. */
  get(name: string): Promise<Uint8Array | undefined>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Whether it was this call that made the object: of several at once, one. */
  putFirst(name: string, bytes: Uint8Array): Promise<boolean>;
  remove(name: string): Promise<void>;
  /** Names that begin so, in order; `folders`: only to the next slash. */
  list(start: string, folders?: boolean): AsyncIterable<string>;
}

/** What S3 needs to know of who asks. */
export interface Credentials { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined }

/** The bucket refuses, or cannot be reached. */
export class BucketFault extends Error {}

export const isS3Address = (address: string): boolean => /^s3:\/\/[^/?]+/i.test(address) && URL.canParse(address);

/** Credentials as AWS's own tools read them from the environment; undefined where they are not all there. */
export function credentialsIn(environment: NodeJS.ProcessEnv): Credentials | undefined {
  const accessKeyId = environment['AWS_ACCESS_KEY_ID'], secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
  return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey, sessionToken: environment['AWS_SESSION_TOKEN'] || undefined } : undefined;
}

/** Others than these are tried again by the client, or are faults. */
const OK = 200, NOT_FOUND = 404, CONFLICT = 409, ALREADY_THERE = 412;

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
  return {
    address,
    async get(name) {
      const answer = await ask('GET', pathOf(name), [NOT_FOUND]), bytes = new Uint8Array(await answer.arrayBuffer());
      return answer.status === NOT_FOUND ? undefined : bytes;
    },
    async put(name, bytes) { await (await ask('PUT', pathOf(name), [], bytes)).arrayBuffer(); },
    async putFirst(name, bytes) {
      // A conflict is another who writes at this very moment: one of the two is told that it was there already.
      const answer = await ask('PUT', pathOf(name), [ALREADY_THERE, CONFLICT], bytes, { 'If-None-Match': '*' });
      await answer.arrayBuffer();
      return answer.status === OK;
    },
    async remove(name) { await (await ask('DELETE', pathOf(name), [NOT_FOUND])).arrayBuffer(); },
    async *list(start, folders = false) {
      for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: below + start, ...(folders ? { delimiter: '/' } : {}), ...(token === undefined ? {} : { 'continuation-token': token }) });
        const page = await (await ask('GET', `?${String(query).replaceAll('+', '%20')}`, [])).text();
        for (const [, name] of page.matchAll(folders ? /<CommonPrefixes>\s*<Prefix>([^<]*)<\/Prefix>/g : /<Key>([^<]*)<\/Key>/g)) yield unescaped(name!).slice(below.length);
        token = unescapedOrNone(/<NextContinuationToken>([^<]*)<\/NextContinuationToken>/.exec(page)?.[1]);
      }
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
