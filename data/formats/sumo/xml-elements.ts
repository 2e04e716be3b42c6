import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SaxesParser } from 'saxes';
import type { ProblemList } from '../problem-list.ts';
import { MOST_UNPACKED_BYTES, unpacksTooFar } from '../unpacked-limit.ts';

/** Limits on what one file may hold: beyond them it is not a file of this kind, or an attack. */
export const LONGEST_ELEMENT_BYTES = 64 * 1024 * 1024;
export const DEEPEST_ELEMENT = 64;
const SNIFFED_BYTES = 200;

/** How the bytes of a path are had; rejects or throws where there is no such file. */
export interface FileAccess { open(path: string): AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>> }

export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Line on which its start tag ends, counted from 1. */
  line: number;
}

/** Gets every element of a file in order. `depth`: 0 for the root. */
export interface ElementSink {
  open(element: XmlElement, depth: number): void;
  close?(name: string, depth: number): void;
}

/** Thrown inside this file only, to leave the reading loop. */
class NotReadable extends Error {
  readonly code: string;
  readonly line: number;
  constructor(code: string, line: number, message: string) {
    super(message);
    this.code = code;
    this.line = line;
  }
}

/** The bytes of a file, unpacked where they begin like gzip, whatever the file is called. */
async function* unpacked(source: AsyncIterable<Uint8Array>, onBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  async function* counted(): AsyncGenerator<Uint8Array> {
    onBytes(first.value.byteLength);
    yield first.value as Uint8Array;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      onBytes(next.value.byteLength);
      yield next.value;
    }
  }
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* counted();
    return;
  }
  // The callback is where pipeline wants to report; the same error reaches us through the iteration.
  yield* pipeline(Readable.from(counted()), createGunzip(), () => undefined) as AsyncIterable<Uint8Array>;
}

function decoderFor(firstBytes: Uint8Array): TextDecoder {
  const start = new TextDecoder('latin1').decode(firstBytes.slice(0, SNIFFED_BYTES));
  const name = /^[^<]*<\?xml[^>]*encoding=["']([^"']+)["']/.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(name);
  } catch {
    throw new NotReadable('sumo-unknown-encoding', 1, name);
  }
}

function parserFor(sink: ElementSink, roots: readonly string[]): { parser: SaxesParser; elements: () => number } {
  const parser = new SaxesParser({ position: true });
  let depth = 0, elements = 0;
  parser.on('error', (error) => { throw new NotReadable('sumo-malformed-xml', parser.line, error.message.replace(/^\d+:\d+: /, '')); });
  parser.on('opentag', ({ name, attributes }) => {
    elements++;
    if (depth === 0 && !roots.includes(name)) throw new NotReadable('sumo-wrong-root', parser.line, name);
    if (depth > DEEPEST_ELEMENT) throw new NotReadable('sumo-too-deep', parser.line, name);
    sink.open({ name, attributes: attributes as Record<string, string>, line: parser.line }, depth);
    depth++;
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    elements++;
    sink.close?.(name, depth);
  });
  return { parser, elements: () => elements };
}

/**
 * Feeds every element of an XML file, plain or gzip, to `sink`: no tree, no whole file in memory.
 * False when the file is missing, cut short, malformed or has another root than `roots`: the problem is then in `problems`.
 * Entities other than XML's own five are malformed here: nothing is ever expanded or fetched.
 */
export async function readElements(
  file: string, access: FileAccess, roots: readonly string[], sink: ElementSink, problems: ProblemList,
  onBytes: (count: number) => void = () => undefined,
): Promise<boolean> {
  const { parser, elements } = parserFor(sink, roots);
  let source: AsyncIterable<Uint8Array>;
  try {
    source = await access.open(file);
  } catch (error) {
    problems.error('sumo-missing-file', file, { why: reason(error) });
    return false;
  }
  let decoder: TextDecoder | undefined, elementsBefore = 0, bytesSinceElement = 0, packedBytes = 0, unpackedBytes = 0;
  const count = (bytes: number): void => {
    packedBytes += bytes;
    onBytes(bytes);
  };
  try {
    for await (const bytes of unpacked(source, count)) {
      unpackedBytes += bytes.byteLength;
      if (unpacksTooFar(unpackedBytes, packedBytes)) throw new NotReadable('sumo-too-large', parser.line, '');
      decoder ??= decoderFor(bytes);
      parser.write(decoder.decode(bytes, { stream: true }));
      bytesSinceElement = elements() === elementsBefore ? bytesSinceElement + bytes.byteLength : 0;
      elementsBefore = elements();
      if (bytesSinceElement > LONGEST_ELEMENT_BYTES) throw new NotReadable('sumo-element-too-long', parser.line, '');
    }
    if (decoder === undefined || unpackedBytes === 0) throw new NotReadable('sumo-empty-file', 1, '');
    parser.write(decoder.decode());
    parser.close();
    return true;
  } catch (error) {
    if (error instanceof NotReadable) problems.error(error.code, `${file}: line ${error.line}`, { what: error.message, expected: roots.join(', '), limit: MOST_UNPACKED_BYTES });
    else if (isReadingError(error)) problems.error('sumo-unreadable-file', `${file}: near line ${parser.line}`, { why: reason(error) });
    else throw error;
    return false;
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Errors of the file system and of gzip carry a code; ours do not, and must not be hidden as somebody's bad file. */
const isReadingError = (error: unknown): boolean => error instanceof Error && typeof (error as { code?: unknown }).code === 'string';
