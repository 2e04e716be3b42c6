/** A Shapefile of points as the technical description lays it out (ESRI, July 1998; dBASE III), written from there and from nothing of ours. */
export interface PointShapefile { shp: Uint8Array; dbf: Uint8Array }

export interface DbfField { name: string; type: 'C' | 'N' | 'F'; bytes: number; decimals?: number }

/** `points`: null for a null shape. `struckOut`: rows with the mark of deletion. */
export function writePoints(points: readonly (readonly [number, number] | null)[], fields: readonly DbfField[], rows: readonly (readonly string[])[], struckOut: readonly number[] = []): PointShapefile {
  return { shp: shpOf(points), dbf: dbfOf(fields, rows, struckOut) };
}

function shpOf(points: readonly (readonly [number, number] | null)[]): Uint8Array {
  const sizes = points.map((point) => (point ? 20 : 4));
  const bytes = new Uint8Array(100 + sizes.reduce((sum, size) => sum + 8 + size, 0)), view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 1, true);
  let at = 100;
  points.forEach((point, row) => {
    view.setInt32(at, row + 1);
    view.setInt32(at + 4, sizes[row]! / 2);
    view.setInt32(at + 8, point ? 1 : 0, true);
    if (point) { view.setFloat64(at + 12, point[0], true); view.setFloat64(at + 20, point[1], true); }
    at += 8 + sizes[row]!;
  });
  return bytes;
}

function dbfOf(fields: readonly DbfField[], rows: readonly (readonly string[])[], struckOut: readonly number[]): Uint8Array {
  const headBytes = 32 + 32 * fields.length + 1, recordBytes = 1 + fields.reduce((sum, { bytes }) => sum + bytes, 0);
  const bytes = new Uint8Array(headBytes + rows.length * recordBytes + 1), view = new DataView(bytes.buffer), encoder = new TextEncoder();
  bytes.set([3, 126, 1, 15]);
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headBytes, true);
  view.setUint16(10, recordBytes, true);
  fields.forEach(({ name, type, bytes: length, decimals = 0 }, field) => {
    const at = 32 + 32 * field;
    bytes.set(encoder.encode(name).subarray(0, 10), at);
    bytes[at + 11] = type.charCodeAt(0);
    bytes[at + 16] = length;
    bytes[at + 17] = decimals;
  });
  bytes[headBytes - 1] = 13;
  rows.forEach((row, record) => {
    let at = headBytes + record * recordBytes;
    bytes[at++] = struckOut.includes(record) ? 42 : 32;
    fields.forEach(({ type, bytes: length }, field) => {
      const text = encoder.encode(row[field]!);
      if (text.length > length) throw new Error(`"${row[field]}" does not fit`);
      bytes.fill(32, at, at + length);
      bytes.set(text, type === 'C' ? at : at + length - text.length);
      at += length;
    });
  });
  bytes[bytes.length - 1] = 26;
  return bytes;
}
