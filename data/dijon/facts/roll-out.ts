import type { Text } from '../../../engine/foundation/text.ts';
import type { rollOutPaths } from '../../../engine/twin/led-roll-out.ts';
import { lightingFigures } from './lighting.ts';

/** What the paths of replacement are called and where they come from, and the target that both are measured by. */
export const dijonRollOut: { targetShare: number; targetSource: Text; paths: readonly { path: keyof typeof rollOutPaths; name: Text; source: Text }[] } = {
  targetShare: lightingFigures.savingShare.value,
  targetSource: { fr: 'chiffres clés du projet OnDijon, à la fin du contrat', en: 'key figures of the OnDijon project, at the end of the contract' },
  paths: [
    { path: 'announced', name: { fr: 'annoncé en 2019', en: 'announced in 2019' }, source: { fr: '500 en 2018, 500 en 2019, puis 1 500 par an, jusqu’en 2041 (environnement-magazine.fr, 12 avril 2019)', en: '500 in 2018, 500 in 2019, then 1,500 a year, until 2041 (environnement-magazine.fr, 12 April 2019)' } },
    { path: 'reported', name: { fr: 'constaté depuis', en: 'reported since' }, source: { fr: 'plus de 20 000 en 2023/24, 34 000 en 2030 (dijon-metropole.fr, éclairage LED)', en: 'over 20,000 by 2023/24, 34,000 by 2030 (dijon-metropole.fr, LED lighting)' } },
  ],
};
