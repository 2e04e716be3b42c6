import type { ProblemWords } from './problem-words.ts';

/** Words for what can be wrong with files of counts. */
export const countProblems: ProblemWords = {
  'counts-not-csv': {
    en: (p) => `the file cannot be read as CSV (${p['cause']}). Save it as CSV with one line for each count.`,
    fr: (p) => `le fichier ne se lit pas comme un CSV (${p['cause']}). Enregistrez-le en CSV, une ligne par comptage.`,
  },
  'counts-missing-column': {
    en: (p) => `there is no column "${p['column']}" in the first line, which names: ${p['known']}. Add it.`,
    fr: (p) => `la première ligne ne nomme pas la colonne « ${p['column']} » ; elle nomme : ${p['known']}. Ajoutez-la.`,
  },
  'counts-no-link': {
    en: () => 'the line names no link. Give the name of a link of the twin, as `jumeau run --links` writes it.',
    fr: () => 'la ligne ne nomme aucun tronçon. Donnez le nom d’un tronçon du jumeau, tel que `jumeau run --links` l’écrit.',
  },
  'counts-not-an-hour': {
    en: (p) => `"${p['value']}" is no time of day. Write the hour as 0 to 23, or as HH:MM.`,
    fr: (p) => `« ${p['value']} » n’est pas une heure. Écrivez l’heure de 0 à 23, ou sous la forme HH:MM.`,
  },
  'counts-not-a-date': {
    en: (p) => `"${p['value']}" is no date with a time. Write it as 2026-01-15T07:00:00+01:00.`,
    fr: (p) => `« ${p['value']} » n’est pas une date avec une heure. Écrivez-la sous la forme 2026-01-15T07:00:00+01:00.`,
  },
  'counts-not-a-number': {
    en: (p) => `"${p['value']}" is no number of vehicles. Give a number that is 0 or more.`,
    fr: (p) => `« ${p['value']} » n’est pas un nombre de véhicules. Donnez un nombre positif ou nul.`,
  },
  'counts-not-a-vehicle': {
    en: (p) => `the line "${p['value']}" does not describe a vehicle; it was left out.`,
    fr: (p) => `la ligne « ${p['value']} » ne décrit pas un véhicule ; elle a été laissée de côté.`,
  },
  'counts-ends-before': {
    en: () => 'the count ends before it begins; the line was left out.',
    fr: () => 'le comptage finit avant d’avoir commencé ; la ligne a été laissée de côté.',
  },
  'counts-twice': {
    en: (p) => `link "${p['link']}" is counted twice at ${p['hour']}. Keep one of the two lines, or their mean.`,
    fr: (p) => `le tronçon « ${p['link']} » est compté deux fois à ${p['hour']}. Gardez une des deux lignes, ou leur moyenne.`,
  },
  'counts-empty': {
    en: () => 'the file holds no count that can be read. Check that it is the right file.',
    fr: () => 'le fichier ne contient aucun comptage lisible. Vérifiez que c’est le bon fichier.',
  },
  'counts-fim-head': {
    en: () => 'the line that opens a FIM count must give station, channel, start and period. Export the file again.',
    fr: () => 'la ligne qui ouvre un comptage FIM doit donner poste, canal, début et période. Exportez de nouveau le fichier.',
  },
  'counts-fim-kind': {
    en: (p) => `kind ${p['kind']} of FIM counts is not read. Export all vehicles (kind 1) or classes of speed (kind 4).`,
    fr: (p) => `le type ${p['kind']} de comptage FIM n’est pas lu. Exportez tous véhicules (type 1) ou les classes de vitesse (type 4).`,
  },
  'counts-not-vbv': {
    en: () => 'the file does not say that it is in the format VBV-1. Export it vehicle by vehicle in that format.',
    fr: () => 'le fichier n’annonce pas le format VBV-1. Exportez-le véhicule par véhicule dans ce format.',
  },
  'counts-not-xml': {
    en: (p) => `the file is not well-formed XML (${p['cause']}). Fetch the publication again.`,
    fr: (p) => `le fichier n’est pas du XML bien formé (${p['cause']}). Récupérez de nouveau la publication.`,
  },
  'counts-not-datex': {
    en: () => 'the file is no DATEX II publication of version 2. Ask the publisher for measured data in that version.',
    fr: () => 'le fichier n’est pas une publication DATEX II de version 2. Demandez les données mesurées dans cette version.',
  },
  'counts-unknown-link': {
    en: (p) => `the twin has no link "${p['link']}". Counts must name links as \`jumeau run --links\` does.`,
    fr: (p) => `le jumeau n’a pas de tronçon « ${p['link']} ». Les comptages doivent nommer les tronçons comme \`jumeau run --links\`.`,
  },
};
