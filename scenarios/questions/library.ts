import { baseline } from './baseline.ts';
import { busPriorityOff } from './bus-priority-off.ts';
import { fireEngine, fireEngineWave } from './fire-engine.ts';
import { holdHeadways } from './hold-headways.ts';
import { dimAfterMidnight } from './dim-after-midnight.ts';
import { lightOnDemand } from './light-on-demand.ts';
import type { Question } from './question.ts';
import { signalsByPeople } from './signals-by-people.ts';
import { streetWorks } from './street-works.ts';
import { tramPriority } from './tram-priority.ts';

/** Every question that people can ask by name. */
export const questions: readonly Question[] = [baseline, dimAfterMidnight, lightOnDemand, busPriorityOff, holdHeadways, signalsByPeople, streetWorks, tramPriority, fireEngine, fireEngineWave];

export const questionNamed = (name: string): Question | undefined => questions.find((question) => question.name === name);
