// A server that speaks as much of S3 as a store needs, and believes nobody: every request must bear a signature of version 4 that this file works out for itself.
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface S3Server {
  /** As s3://…?endpoint=… of a bucket that takes any name. */
  address(bucket: string): string;
  objects: Map<string, Buffer>;
  /** Requests so far: 'PUT /bucket/name'. */
  requests: string[];
  close(): Promise<void>;
}

export interface Key { accessKeyId: string; secretAccessKey: string; region: string }

export interface Signed { method: string; path: string; query: string; headers: Readonly<Record<string, string>>; signedHeaders: readonly string[]; amzDate: string; bodySum: string }

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** AWS Signature Version 4 for S3: canonical request, string to sign, key of the day, region and service. */
export function signatureOf({ secretAccessKey, region }: Key, { method, path, query, headers, signedHeaders, amzDate, bodySum }: Signed): string {
  const day = amzDate.slice(0, 8), scope = `${day}/${region}/s3/aws4_request`;
  const canonicalQuery = query.split('&').filter((part) => part !== '').map((part) => (part.includes('=') ? part : `${part}=`)).sort().join('&');
  const canonical = [method, path, canonicalQuery, ...signedHeaders.map((name) => `${name}:${headers[name]!.trim()}`), '', signedHeaders.join(';'), bodySum].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, day), region), 's3'), 'aws4_request');
  return hmac(key, ['AWS4-HMAC-SHA256', amzDate, scope, sha256(canonical)].join('\n')).toString('hex');
}

/** Why a request is refused; undefined for a good one. */
function refusal(request: IncomingMessage, body: Buffer, key: Key): string | undefined {
  const read = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/[^,]+, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '');
  if (!read) return 'AccessDenied';
  if (read[1] !== key.accessKeyId) return 'InvalidAccessKeyId';
  const url = new URL(request.url!, 'http://host'), bodySum = String(request.headers['x-amz-content-sha256']);
  if (bodySum !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  // All that decides what happens must be signed.
  const signedHeaders = read[2]!.split(';'), headers = request.headers as Record<string, string>;
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signedHeaders.includes(name))) return 'AccessDenied';
  return read[3] === signatureOf(key, { method: request.method!, path: url.pathname, query: url.search.slice(1), headers, signedHeaders, amzDate: headers['x-amz-date']!, bodySum }) ? undefined : 'SignatureDoesNotMatch';
}

export async function startS3(key: Key, pageSize = 3): Promise<S3Server> {
  const objects = new Map<string, Buffer>(), requests: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const body = Buffer.concat(parts), refused = refusal(request, body, key), url = new URL(request.url!, 'http://host');
      requests.push(`${request.method} ${url.pathname}`);
      if (refused !== undefined) return answer(response, 403, `<Error><Code>${refused}</Code></Error>`);
      carryOut(request, url, body, objects, pageSize, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    objects, requests,
    address: (bucket) => `s3://${bucket}?endpoint=http://127.0.0.1:${port}&region=${key.region}`,
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
}

function carryOut({ method, headers }: IncomingMessage, url: URL, body: Buffer, objects: Map<string, Buffer>, pageSize: number, response: ServerResponse): void {
  const name = decodeURIComponent(url.pathname.slice(1)), there = objects.get(name);
  if (method === 'GET' && url.searchParams.has('list-type')) return answer(response, 200, listed(name, url.searchParams, objects, pageSize));
  if (method === 'GET') return there ? answer(response, 200, there) : answer(response, 404, '<Error><Code>NoSuchKey</Code></Error>');
  if (method === 'PUT' && headers['if-none-match'] === '*' && there) return answer(response, 412, '<Error><Code>PreconditionFailed</Code></Error>');
  if (method === 'PUT') objects.set(name, body);
  else if (method === 'DELETE') objects.delete(name);
  else return answer(response, 405, '<Error><Code>MethodNotAllowed</Code></Error>');
  answer(response, method === 'DELETE' ? 204 : 200, '');
}

/** A page of a list, short so that lists have several. */
function listed(bucket: string, query: URLSearchParams, objects: Map<string, Buffer>, pageSize: number): string {
  const start = query.get('prefix') ?? '', after = query.get('continuation-token') ?? '', folders = query.get('delimiter') === '/';
  const keys = [...objects.keys()].filter((name) => name.startsWith(bucket)).map((name) => name.slice(bucket.length)).filter((name) => name.startsWith(start)).sort();
  const names = [...new Set(folders ? keys.flatMap((name) => (name.indexOf('/', start.length) < 0 ? [] : [name.slice(0, name.indexOf('/', start.length) + 1)])) : keys)].filter((name) => name > after);
  const page = names.slice(0, pageSize), more = names.length > pageSize;
  const entries = page.map((name) => (folders ? `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>` : `<Contents><Key>${name}</Key><Size>${objects.get(bucket + name)!.length}</Size></Contents>`)).join('');
  return `<?xml version="1.0"?><ListBucketResult>${entries}<IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''}</ListBucketResult>`;
}

function answer(response: ServerResponse, status: number, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
