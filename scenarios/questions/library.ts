import { baseline } from './baseline.ts';
import { brokenDownLorry } from './broken-down-lorry.ts';
import { busLanes } from './bus-lanes.ts';
import { busPriorityOff } from './bus-priority-off.ts';
import { darkVillages } from './dark-villages.ts';
import { dimAfterMidnight } from './dim-after-midnight.ts';
import { fireEngine, fireEngineWave } from './fire-engine.ts';
import { holdHeadways } from './hold-headways.ts';
import { honestTimetable } from './honest-timetable.ts';
import { lightOnDemand } from './light-on-demand.ts';
import { longerCycles } from './longer-cycles.ts';
import { matchEvening } from './match-evening.ts';
import { modemOutage } from './modem-outage.ts';
import { moreBuses } from './more-buses.ts';
import { morePassengers } from './more-passengers.ts';
import { photocells } from './photocells.ts';
import type { Question } from './question.ts';
import { rainyMorning } from './rainy-morning.ts';
import { signalsByPeople } from './signals-by-people.ts';
import { smallerLamps } from './smaller-lamps.ts';
import { snowyMorning } from './snowy-morning.ts';
import { streetWorks } from './street-works.ts';
import { tenPercentMoreCars } from './ten-percent-more-cars.ts';
import { thirtyInDijon } from './thirty-in-dijon.ts';
import { tramPriority } from './tram-priority.ts';

/** Every question that people can ask by name: of light, of buses and trams, of signals, of streets, of demand and weather. */
export const questions: readonly Question[] = [
  baseline,
  dimAfterMidnight, lightOnDemand, darkVillages, smallerLamps, photocells, modemOutage,
  busPriorityOff, holdHeadways, moreBuses, honestTimetable, morePassengers, busLanes, tramPriority,
  signalsByPeople, longerCycles, fireEngine, fireEngineWave,
  streetWorks, brokenDownLorry, thirtyInDijon,
  tenPercentMoreCars, matchEvening, rainyMorning, snowyMorning,
];

export const questionNamed = (name: string): Question | undefined => questions.find((question) => question.name === name);
