import type { LuminaireShares } from '../../engine/lighting/compliance/nuisance-order.ts';
import { cieFluxCodesPct, upwardShare } from '../../engine/lighting/photometry/flux-shares.ts';
import { LEVEL } from '../../engine/lighting/photometry/intensity.ts';
import { photometryOf } from '../../engine/lighting/road/photometry-of.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** What the kinds of luminaires of a twin send up as mounted and how narrow their light is: by their photometric data, else as the inventory says. */
export function luminaireShares(twin: ReadingTwin): LuminaireShares {
  const known = new Map<string, ReturnType<LuminaireShares>>();
  return (luminaire, tiltDeg) => {
    const key = `${luminaire} ${tiltDeg}`, before = known.get(key);
    if (before) return before;
    const shares = sharesOf(twin, luminaire, tiltDeg);
    known.set(key, shares);
    return shares;
  };
}

function sharesOf(twin: ReadingTwin, luminaire: number, tiltDeg: number): ReturnType<LuminaireShares> {
  const said = luminaire < 0 ? -1 : twin.luminaires.upwardShare[luminaire]!, row = luminaire < 0 ? -1 : twin.luminaires.photometry[luminaire]!;
  // Inventories say it as mounted: what the luminaire sends up when level they do not say.
  if (row < 0) return { levelUpwardShare: NaN, upwardShare: said < 0 ? NaN : said, fluxCode3Share: NaN };
  const photometry = photometryOf(twin, row);
  return { levelUpwardShare: upwardShare(photometry), upwardShare: upwardShare(photometry, { ...LEVEL, tiltDeg }), fluxCode3Share: cieFluxCodesPct(photometry)[2] / 100 };
}
