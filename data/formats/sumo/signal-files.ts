import type { SumoProgram } from './net-records.ts';
import { programSink } from './program-elements.ts';
import type { ProblemList } from '../problem-list.ts';
import { checkWauts, wautSink, type SumoWauts } from './waut-elements.ts';
import { readElements, type FileAccess } from './xml-elements.ts';

/** Signals as SUMO's additional files hold them, without the net that they belong to. */
export interface SumoSignalFiles extends SumoWauts { programs: SumoProgram[] }

/** Reads tlLogic, WAUT and wautJunction elements of these files. */
export async function readSignalFiles(files: readonly string[], access: FileAccess, problems: ProblemList): Promise<SumoSignalFiles> {
  const read: SumoSignalFiles = { programs: [], wauts: [], junctions: [] };
  for (const file of files) {
    const sinks = [programSink(file, problems, read.programs), wautSink(file, problems, read)];
    await readElements(file, access, ['additional', 'add', 'net', 'tlLogics'], {
      open(element, depth) { for (const sink of sinks) sink.open(element, depth); },
      close(name, depth) { for (const sink of sinks) sink.close?.(name, depth); },
    }, problems);
  }
  checkWauts(read, problems);
  return read;
}
