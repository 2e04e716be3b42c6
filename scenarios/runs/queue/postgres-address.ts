/**
 * An address as PostgreSQL's own programs read it, for the library that we connect with: it takes every `sslmode` for verify-full, warns of that on
 * every start, and reads them as PostgreSQL does where the address asks for it. With `require` the way is encrypted and nobody asks who is at its
 * end, unless `sslrootcert` names whose signature the server's certificate has to bear; `verify-full` asks that, and for its name.
 */
export function asPostgresReads(url: string): string {
  const { searchParams } = new URL(url);
  return searchParams.has('sslmode') && !searchParams.has('uselibpqcompat') ? `${url}&uselibpqcompat=true` : url;
}

/** What is wrong with TLS on the way to a broker, where that is what is wrong: its certificate is not accepted, the file to check it with is not read, or it has no TLS. */
export type TlsFault = 'certificate' | 'authority' | 'none';

/** Node's names for certificates that it does not accept: of its own, of OpenSSL's reasons. */
const REFUSED = /^ERR_TLS_CERT|^CERT_|_CERT$|_CERT_|^UNABLE_TO_VERIFY_|^HOSTNAME_MISMATCH$/;

export function tlsFaultOf(error: unknown): TlsFault | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return tlsFaultOf(error.errors[0]);
  if (!(error instanceof Error)) return undefined;
  const { code = '', syscall, message } = error as NodeJS.ErrnoException;
  if (REFUSED.test(code)) return 'certificate';
  // Both are words of the library alone, without a code: see tests/queue/worker-command.
  if (syscall === 'open' || message.includes('requires specifying a CA with sslrootcert')) return 'authority';
  return message.includes('does not support SSL connections') ? 'none' : undefined;
}
