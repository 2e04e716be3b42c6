import type { Text } from '../../engine/foundation/text.ts';
import type { Dictionary } from './language.ts';

/** Of figures that were asked for and that no pair of runs measured. */
export const unmeasuredWords = {
  verdict: { fr: 'non mesuré', en: 'not measured' },
  notHere: { fr: (what: string, why: string) => `${what} ne se mesure pas ici${why === '' ? '' : ` (${why})`}`, en: (what: string, why: string) => `${what} cannot be measured here${why === '' ? '' : ` (${why})`}` },
  takes: { fr: (what: string) => `il y faut ${what}`, en: (what: string) => `it takes ${what}` },
  longerSpan: { fr: (takes: string) => `${takes} ; une plage plus longue, par --hours, peut en donner`, en: (takes: string) => `${takes}; a longer span, by --hours, may have one` },
  aRun: { fr: 'il y faut une simulation : --hours', en: 'it takes a run: --hours' },
  junctions: { fr: 'il y faut le relevé des carrefours : --junctions', en: 'it takes a record of junctions: --junctions' },
} satisfies Dictionary;

const onTime: Text = { fr: 'un bus à l’heure d’un arrêt', en: 'a bus at a stop with a time' };
const people: Text = { fr: 'des voyageurs qui montent', en: 'passengers who board' };
const cars: Text = { fr: 'un autre véhicule qui part', en: 'another vehicle that departs' };
const rescue: Text = { fr: 'un véhicule de secours qui part', en: 'an emergency vehicle that departs' };

const classes: Text = { fr: 'des rues dont la classe d’éclairage est connue', en: 'streets whose lighting class is known' };

/** What a city must have for a figure that needs no run. */
export const takesInCity: Readonly<Record<string, Text>> = { 'lighting-below-class-km': classes, 'lighting-over-lit-percent': classes };

/** What a run must have for a figure to be measured, by the figure; others are always measured, or say nothing of why not. A longer span may have it. */
export const takesInRun: Readonly<Record<string, Text>> = {
  'bus-commercial-speed-kmh': { fr: 'un bus qui fait toute sa course', en: 'a bus that drives the whole of its trip' },
  'bus-run-time-spread-s': { fr: 'deux bus d’une même ligne qui font toute leur course', en: 'two buses of one line that drive the whole of their trips' },
  'bus-excess-wait-s': { fr: 'deux bus d’une même ligne qui se suivent à un arrêt', en: 'two buses of one line, one after the other at a stop' },
  'bus-mean-delay-s': onTime, 'bus-mean-early-s': onTime, 'bus-punctuality-percent': onTime, 'bus-on-time-percent': onTime,
  'bus-stop-line-delay-s': { fr: 'un bus qui passe un feu', en: 'a bus that passes a signal' },
  'bus-time-loss-s-per-km': { fr: 'un bus qui roule', en: 'a bus that drives' },
  'tram-time-loss-s-per-km': { fr: 'un tram qui roule', en: 'a tram that drives' },
  'priority-arrivals-in-band-percent': { fr: 'un bus ou un tram annoncé à un feu, qui le passe sans s’y arrêter', en: 'a bus or tram that a signal has heard of and that passes it without a stop' },
  'passenger-mean-time-s': people, 'passenger-mean-wait-s': people, 'passengers-left-behind': people, 'passenger-rides': people,
  'traffic-mean-travel-time-s': cars, 'traffic-mean-time-loss-s': cars, 'traffic-not-arrived': cars,
  'emergency-trip-time-s': rescue, 'emergency-not-arrived': rescue,
  'pedestrian-mean-wait-s': { fr: 'une personne qui traverse', en: 'somebody who crosses a street' },
};
