import { transitMode } from '../../engine/twin/transit.ts';
import { excessWaitS, frequentHeadways } from './headways.ts';
import type { Indicator } from './indicator.ts';

export const busExcessWait: Indicator<'bus-excess-wait-s'> = {
  name: 'bus-excess-wait-s',
  title: { fr: 'Attente excédentaire aux arrêts de bus', en: 'Excess wait at bus stops' },
  subject: { fr: 'l’attente excédentaire', en: 'the excess wait' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: false,
  decimals: 1,
  about: {
    fr: 'Attente moyenne de qui arrive au hasard, Σ h² / (2 Σ h) sur les intervalles entre bus, moins celle de l’horaire ; intervalles prévus de 12 minutes au plus, terminus d’arrivée exclus.',
    en: 'Mean wait of people who come at random, Σ h² / (2 Σ h) over the headways of buses, minus that of the timetable; timetabled headways up to 12 minutes, last stops apart.',
  },
  measure: (over) => excessWaitS(frequentHeadways(over).filter(({ line }) => over.twin.lines.mode[line] === transitMode.bus)),
};
