import { readAttributes } from './attributes.ts';
import type { ProblemList } from '../problem-list.ts';
import { placeName } from '../problem-list.ts';
import type { ElementSink } from './xml-elements.ts';

/** A WAUT ("wöchentliche Schaltautomatik"): which program runs from when on. */
export interface SumoWaut { id: string; refTimeS: number; startProgram: string; switches: { timeS: number; to: string }[]; file: string; line: number }

/** A junction that follows a WAUT. */
export interface SumoWautJunction { wautId: string; junctionId: string; file: string; line: number }

/** What files say about switching times. */
export interface SumoWauts { wauts: SumoWaut[]; junctions: SumoWautJunction[] }

/** Reads WAUT, wautSwitch and wautJunction elements, wherever they stand, into `read`. */
export function wautSink(file: string, problems: ProblemList, read: SumoWauts): ElementSink {
  let waut: SumoWaut | undefined;
  return {
    open(element) {
      const { name, line } = element;
      if (name !== 'WAUT' && name !== 'wautSwitch' && name !== 'wautJunction') return;
      const attributes = readAttributes(element, file, problems);
      if (name === 'WAUT') read.wauts.push(waut = { id: attributes.text('id'), refTimeS: attributes.time('refTime', 0), startProgram: attributes.text('startProg'), switches: [], file, line });
      else if (name === 'wautSwitch') waut?.switches.push({ timeS: attributes.time('time'), to: attributes.text('to') });
      else read.junctions.push({ wautId: attributes.text('wautID'), junctionId: attributes.text('junctionID'), file, line });
    },
    close(name) {
      if (name === 'WAUT') waut = undefined;
    },
  };
}

/** A problem for each junction whose WAUT no file holds. */
export function checkWauts({ wauts, junctions }: SumoWauts, problems: ProblemList): void {
  const known = new Set(wauts.map(({ id }) => id));
  for (const { wautId, file, line } of junctions) if (!known.has(wautId)) problems.error('sumo-unknown-waut', placeName({ file, line }), { waut: wautId });
}
