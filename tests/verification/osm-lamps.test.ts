import { expect, test } from 'vitest';
import { flatMapAt } from '../../engine/foundation/flat-map.ts';
import { emptyTwin } from '../../engine/twin/twin.ts';
import { importedFacts } from '../../data/build/imported-facts.ts';
import { addOsmLamps } from '../../data/build/osm/lamps.ts';

// Goal: light of lamps that tags describe in part. Usual lamps as docs/models/lamp-inventories.md lists them: sodium 105 lm/W and 150 W that take 170 W; 110 lm/W where nobody says what burns.
test('flux follows the watts that tags give, with or without a technology, and the sources count what is assumed', () => {
  const twin = emptyTwin(importedFacts('lamps', flatMapAt(47, 5))), at = { xM: 0, yM: 0, count: 1 };
  addOsmLamps(twin, [
    { ...at, powerW: 250 }, { ...at, powerW: 20 }, { ...at, powerW: 150, technology: 'highPressureSodium' }, { ...at, technology: 'led' }, { ...at, powerW: 20, fluxLm: 3000 }, { ...at },
  ]);
  expect([...twin.lamps.ratedFluxLm]).toEqual([27_500, 2200, 15_750, 4400, 3000, 5200]);
  expect([...twin.lamps.ratedPowerW]).toEqual([250, 20, 170, 40, 20, 40]);
  const said = twin.facts.sources.map(({ what }) => (what as { en: string }).en);
  expect(said).toContain('lamps, flux: assumed for 5 of 6, 1 at 5200 lm and 4 by the technology and the watts of their tags (110 lm/W, as of an LED, without a technology)');
});
