/**
 * What a compiled module says of the memory that it works in: the compiler writes it into the module, whoever runs the
 * module reads it. Paths begin at `traffic`, `state` or `log`, as `traffic.roads.placeLengthM`.
 */
export interface Layout {
  /** Each thread has so many bytes of cells: plain numbers, one every 8 bytes. */
  cellBytes: number;
  /** Plain numbers that are handed in before a part of a step; those that are written come back after it. */
  numbers: { path: string; kind: 'i32' | 'f64'; offset: number; isWritten: boolean }[];
  /** Cells that say whether something that may be missing is there. */
  there: { path: string; offset: number }[];
  /** Cells that say how long a column is. */
  lengths: { path: string; offset: number }[];
  /** Functions that stay TypeScript: by name, or by the path of a method. */
  hosted: string[];
  /** Columns, and the global of the module that says where each starts. */
  columns: { path: string; global: string }[];
}

export const LAYOUT_SECTION = 'jumeau-layout';

/** Undefined: this module was not made by the compiler of phases. */
export function layoutOf(module: WebAssembly.Module): Layout | undefined {
  const [section] = WebAssembly.Module.customSections(module, LAYOUT_SECTION);
  return section && (JSON.parse(new TextDecoder().decode(section)) as Layout);
}
