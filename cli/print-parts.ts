import { once } from 'node:events';

/** Prints an answer part by part, no faster than whoever reads it takes it. */
export async function printParts(parts: AsyncIterable<string>): Promise<void> {
  for await (const part of parts) if (!process.stdout.write(part)) await once(process.stdout, 'drain');
}
