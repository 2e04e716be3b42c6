import { aspect } from '../../../engine/twin/signals.ts';
import { wordTable } from '../word-table.ts';

/** One letter for what a signal group shows: those of SUMO's phases, which traffic engineers know. */
export const aspectOfLetter: Readonly<Record<string, number>> = wordTable({
  G: aspect.green, g: aspect.greenPermissive, y: aspect.amber, r: aspect.red, u: aspect.redAmber, o: aspect.flashing, O: aspect.off, s: aspect.greenArrowAfterStop,
});

export const letterOfAspect = (code: number): string => Object.keys(aspectOfLetter).find((letter) => aspectOfLetter[letter] === code) ?? 'O';

/** Whether a group that shows this letter may go. */
export const isGoLetter = (letter: string | undefined): boolean => letter === 'G' || letter === 'g' || letter === 's';
