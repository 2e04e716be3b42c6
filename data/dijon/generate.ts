import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { buildStreets } from '../build/streets/build-streets.ts';
import { addDijonCrossings } from './crossings/choose-crossings.ts';
import { addDemand, type DemandReport } from './demand/add-demand.ts';
import { addEquipment } from './equipment/add-equipment.ts';
import { cityFacts } from './facts/city.ts';
import { addLamps } from './lamps.ts';
import { addDijonLitStreets } from './lit-streets.ts';
import { drawStreets } from './streets/draw-streets.ts';
import { addAreas } from './territory/areas.ts';
import { addCommunes } from './territory/communes.ts';
import { addHouses } from './territory/houses.ts';
import { addTransit } from './transit/add-transit.ts';

/** The reference city: the same facts always give the same bits. */
export const generateDijon = (): Twin => generateDijonWithReport().twin;

/** The reference city, and what its demand was made from. */
export function generateDijonWithReport(): { twin: Twin; demand: DemandReport } {
  const facts = cityFacts();
  const { streets, builtUp } = drawStreets(facts);
  const twin: Twin = { ...emptyTwin(facts), ...buildStreets(streets) };
  addCommunes(twin);
  addAreas(twin);
  addHouses(twin, builtUp);
  addDijonCrossings(twin);
  addTransit(twin);
  const demand = addDemand(twin);
  addLamps(twin);
  addDijonLitStreets(twin);
  addEquipment(twin);
  return { twin, demand };
}
