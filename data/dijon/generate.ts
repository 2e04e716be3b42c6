import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { buildStreets } from '../build/streets/build-streets.ts';
import { addDemand } from './demand/add-demand.ts';
import { cityFacts } from './facts/city.ts';
import { addLamps } from './lamps.ts';
import { drawStreets } from './streets/draw-streets.ts';
import { addCommunes } from './territory/communes.ts';
import { addTransit } from './transit/add-transit.ts';

/** The reference city: the same facts always give the same bits. */
export function generateDijon(): Twin {
  const facts = cityFacts();
  const twin: Twin = { ...emptyTwin(facts), ...buildStreets(drawStreets(facts)) };
  addCommunes(twin);
  addTransit(twin);
  addDemand(twin);
  addLamps(twin);
  return twin;
}
