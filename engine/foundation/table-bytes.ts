import { type ColumnKind, type Columns, type Table } from './table.ts';

/**
 * Tables as one block of bytes and back.
 *
 * Layout: 8 bytes of magic, 4 bytes of header length (little endian), the header as JSON, then every column at an 8-byte
 * boundary. Numbers are little endian. Texts are stored as one JSON array of strings.
 */

interface StoredColumn { name: string; kind: ColumnKind; atByte: number; byteLength: number }
interface StoredTable { name: string; count: number; columns: StoredColumn[] }
interface Header { about: unknown; tables: StoredTable[]; byteLength: number }

const align = (value: number): number => Math.ceil(value / 8) * 8;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

function columnBytes(values: unknown): Uint8Array {
  if (ArrayBuffer.isView(values)) return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return encoder.encode(JSON.stringify(values));
}

/** `magic`: 8 ASCII characters that name the kind of file and its version. `about`: anything that JSON can hold. */
export function tablesToBytes<T extends Record<string, Columns>>(
  magic: string, declared: T, tables: { [Name in keyof T]: Table<T[Name]> }, about: unknown,
): Uint8Array {
  const parts: { bytes: Uint8Array; atByte: number }[] = [];
  const stored: StoredTable[] = [];
  let atByte = 0;
  for (const [name, columns] of Object.entries(declared)) {
    const table = tables[name] as unknown as Record<string, unknown> & { count: number };
    const storedColumns: StoredColumn[] = [];
    for (const [column, { kind }] of Object.entries(columns)) {
      const bytes = columnBytes(table[column]);
      storedColumns.push({ name: column, kind, atByte, byteLength: bytes.byteLength });
      parts.push({ bytes, atByte });
      atByte = align(atByte + bytes.byteLength);
    }
    stored.push({ name, count: table.count, columns: storedColumns });
  }
  const header = encoder.encode(JSON.stringify({ about, tables: stored, byteLength: atByte } satisfies Header));
  const start = align(12 + header.byteLength);
  const file = new Uint8Array(start + atByte);
  file.set(encoder.encode(magic), 0);
  new DataView(file.buffer).setUint32(8, header.byteLength, true);
  file.set(header, 12);
  for (const part of parts) file.set(part.bytes, start + part.atByte);
  return file;
}

const arrayTypes = { f64: Float64Array, f32: Float32Array, i32: Int32Array, u32: Uint32Array, u16: Uint16Array, u8: Uint8Array };

/**
 * Reads what `tablesToBytes` wrote. Columns are views into `file` where its alignment allows it, copies otherwise.
 * Undefined when the bytes are not such a file, are cut short, or hold other columns than declared.
 */
export function tablesFromBytes<T extends Record<string, Columns>>(
  magic: string, declared: T, file: Uint8Array,
): { tables: { [Name in keyof T]: Table<T[Name]> }; about: unknown } | undefined {
  try {
    if (file.byteLength < 12 || new TextDecoder().decode(file.slice(0, 8)) !== magic) return undefined;
    const headerLength = new DataView(file.buffer, file.byteOffset).getUint32(8, true);
    if (12 + headerLength > file.byteLength) return undefined;
    const header = JSON.parse(decoder.decode(file.slice(12, 12 + headerLength))) as Header;
    const start = align(12 + headerLength);
    if (start + header.byteLength > file.byteLength) return undefined;
    const tables: [string, unknown][] = [];
    for (const [name, columns] of Object.entries(declared)) {
      const stored = header.tables.find((table) => table.name === name);
      if (!stored) return undefined;
      const table = readTable(columns, stored, file, start);
      if (!table) return undefined;
      tables.push([name, table]);
    }
    return { tables: Object.fromEntries(tables) as { [Name in keyof T]: Table<T[Name]> }, about: header.about };
  } catch {
    return undefined; // JSON or UTF-8 that does not parse: not a file of ours.
  }
}

function readTable(columns: Columns, stored: StoredTable, file: Uint8Array, start: number): unknown {
  if (!Number.isInteger(stored.count) || stored.count < 0 || stored.count > 1e9) return undefined;
  const table: [string, unknown][] = [['count', stored.count]];
  for (const [name, { kind }] of Object.entries(columns)) {
    const column = stored.columns.find((candidate) => candidate.name === name);
    if (!column || column.kind !== kind) return undefined;
    const at = file.byteOffset + start + column.atByte;
    if (column.atByte < 0 || start + column.atByte + column.byteLength > file.byteLength) return undefined;
    if (kind === 'text') {
      const values = JSON.parse(decoder.decode(file.slice(at - file.byteOffset, at - file.byteOffset + column.byteLength))) as unknown;
      if (!Array.isArray(values) || values.length !== stored.count || !values.every((value) => typeof value === 'string')) return undefined;
      table.push([name, values]);
      continue;
    }
    const Values = arrayTypes[kind];
    if (column.byteLength !== stored.count * Values.BYTES_PER_ELEMENT) return undefined;
    const aligned = at % Values.BYTES_PER_ELEMENT === 0;
    table.push([name, aligned
      ? new Values(file.buffer as ArrayBuffer, at, stored.count)
      : new Values(file.buffer.slice(at, at + column.byteLength) as ArrayBuffer)]);
  }
  return Object.fromEntries(table); // In one go: see makeTable.
}
