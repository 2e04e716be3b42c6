import { readAttributes } from './attributes.ts';
import type { SumoProgram } from './net-records.ts';
import { programSink } from './program-elements.ts';
import { placeName, type ProblemList } from '../problem-list.ts';
import { readElements, type FileAccess } from './xml-elements.ts';

/** A WAUT ("wöchentliche Schaltautomatik"): which program runs from when on. */
export interface SumoWaut { id: string; refTimeS: number; startProgram: string; switches: { timeS: number; to: string }[]; file: string; line: number }

/** A junction that follows a WAUT. */
export interface SumoWautJunction { wautId: string; junctionId: string; file: string; line: number }

/** Signals as SUMO's additional files hold them, without the net that they belong to. */
export interface SumoSignalFiles { programs: SumoProgram[]; wauts: SumoWaut[]; junctions: SumoWautJunction[] }

/** Reads tlLogic, WAUT and wautJunction elements of these files. */
export async function readSignalFiles(files: readonly string[], access: FileAccess, problems: ProblemList): Promise<SumoSignalFiles> {
  const read: SumoSignalFiles = { programs: [], wauts: [], junctions: [] };
  for (const file of files) {
    const programs = programSink(file, problems, read.programs);
    let waut: SumoWaut | undefined;
    await readElements(file, access, ['additional', 'add', 'net', 'tlLogics'], {
      open(element, depth) {
        programs.open(element, depth);
        const { name, line } = element;
        if (name !== 'WAUT' && name !== 'wautSwitch' && name !== 'wautJunction') return;
        const attributes = readAttributes(element, file, problems);
        if (name === 'WAUT') read.wauts.push(waut = { id: attributes.text('id'), refTimeS: attributes.time('refTime', 0), startProgram: attributes.text('startProg'), switches: [], file, line });
        else if (name === 'wautSwitch') waut?.switches.push({ timeS: attributes.time('time'), to: attributes.text('to') });
        else read.junctions.push({ wautId: attributes.text('wautID'), junctionId: attributes.text('junctionID'), file, line });
      },
      close(name, depth) {
        programs.close?.(name, depth);
        if (name === 'WAUT') waut = undefined;
      },
    }, problems);
  }
  const known = new Set(read.wauts.map(({ id }) => id));
  for (const { wautId, file, line } of read.junctions) if (!known.has(wautId)) problems.error('sumo-unknown-waut', placeName({ file, line }), { waut: wautId });
  return read;
}
