import type { Indicator } from './indicator.ts';

export const peopleCrossed: Indicator<'people-crossed'> = {
  name: 'people-crossed',
  title: { fr: 'Traversées de rue à pied', en: 'Streets crossed on foot' },
  subject: { fr: 'le nombre de traversées à pied', en: 'the number of streets crossed on foot' },
  unit: { fr: 'traversées', en: 'crossings made' },
  better: 'neither',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Personnes qui se sont engagées sur une traversée, chaque traversée comptée à part. Rien n’est mesuré dans une ville dont les traversées ne sont pas connues.',
    en: 'People who stepped onto a crossing, each crossing counted apart. Nothing is measured in a city whose crossings are not known.',
  },
  measure({ twin, tables: { crossings } }) {
    if (twin.crossings.count === 0) return null;
    let people = 0;
    for (let row = 0; row < crossings.count; row++) people += crossings.crossed[row]!;
    return people;
  },
};
