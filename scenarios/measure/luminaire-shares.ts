import type { LuminaireShares } from '../../engine/lighting/compliance/nuisance-order.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** What the kinds of luminaires of a twin send up and how narrow their light is: as the inventory says. */
export const luminaireShares = ({ luminaires }: ReadingTwin): LuminaireShares => (luminaire) => {
  const said = luminaire < 0 ? -1 : luminaires.upwardShare[luminaire]!;
  return { upwardShare: said < 0 ? NaN : said, fluxCode3Share: NaN };
};
