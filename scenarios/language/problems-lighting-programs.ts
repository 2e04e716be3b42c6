import type { ProblemWords } from './problem-words.ts';

/** Words for what can be wrong with files of lighting programs, and with programs that such files cannot say. */
export const lightingProgramProblems: ProblemWords = {
  'schedules-without': {
    en: (p) => `the file does not say what stands beside programs in the city: ${p['rules']} rules that follow traffic, ${p['limits']} limits, ${p['orders']} orders and ${p['losses']} losses of communication were left out.`,
    fr: (p) => `le fichier ne dit pas ce qui s’ajoute aux programmes dans la ville : ${p['rules']} règles qui suivent le trafic, ${p['limits']} limites, ${p['orders']} ordres et ${p['losses']} pertes de communication ont été laissés de côté.`,
  },
  'talq-not-json': {
    en: (p) => `the file cannot be read as JSON (${p['cause']}). Export the TALQ resources again.`,
    fr: (p) => `le fichier ne se lit pas comme du JSON (${p['cause']}). Exportez de nouveau les ressources TALQ.`,
  },
  'talq-missing-field': {
    en: (p) => `the field "${p['field']}" is missing, which TALQ 2.7 requires. Add it.`,
    fr: (p) => `le champ « ${p['field']} », que TALQ 2.7 exige, manque. Ajoutez-le.`,
  },
  'talq-wrong-field': {
    en: (p) => `the field "${p['field']}" does not hold what TALQ 2.7 says: ${p['cause']}.`,
    fr: (p) => `le champ « ${p['field']} » ne contient pas ce que dit TALQ 2.7 : ${p['causeFr']}.`,
  },
  'talq-same-id': {
    en: (p) => `the identifier "${p['id']}" stands twice. Give each its own.`,
    fr: (p) => `l’identifiant « ${p['id']} » figure deux fois. Donnez-en un à chacun.`,
  },
  'talq-unknown-calendar': {
    en: (p) => `the device follows the calendar "${p['calendar']}", which the file does not have. Add it.`,
    fr: (p) => `l’équipement suit le calendrier « ${p['calendar']} », que le fichier n’a pas. Ajoutez-le.`,
  },
  'talq-unknown-program': {
    en: (p) => `the calendar names the program "${p['program']}", which the file does not have. Add it.`,
    fr: (p) => `le calendrier nomme le programme « ${p['program']} », que le fichier n’a pas. Ajoutez-le.`,
  },
  'talq-no-zone': {
    en: (p) => `no device and no calendar has the name of a zone of the city, which has: ${p['zones']}. Rename calendars (${p['calendars']}), or add a device with the name of the zone.`,
    fr: (p) => `aucun équipement ni calendrier n’a le nom d’une zone de la ville, qui a : ${p['zones']}. Renommez les calendriers (${p['calendars']}), ou ajoutez un équipement au nom de la zone.`,
  },
  'talq-calendars-left': {
    en: (p) => `no zone of the city follows these calendars, which were left out: ${p['calendars']}.`,
    fr: (p) => `aucune zone de la ville ne suit ces calendriers, laissés de côté : ${p['calendars']}.`,
  },
  'talq-no-default': {
    en: () => 'the calendar has no default program; on days without a rule lamps burn at full output.',
    fr: () => 'le calendrier n’a pas de programme par défaut ; les jours sans règle, les lampes brûlent à plein flux.',
  },
  'talq-switching-differs': {
    en: () => 'the programs of this calendar have different active periods; a zone has one rule for when its lamps burn. Give them the same.',
    fr: () => 'les programmes de ce calendrier ont des périodes actives différentes ; une zone n’a qu’une règle d’allumage. Donnez-leur la même.',
  },
  'talq-dated-rule': {
    en: (p) => `a rule from ${p['startDate']} to ${p['endDate']} is not of every year; calendars here come again each year. Write its days as --mm-dd.`,
    fr: (p) => `une règle du ${p['startDate']} au ${p['endDate']} n’est pas annuelle ; les calendriers reviennent ici chaque année. Écrivez ses jours sous la forme --mm-jj.`,
  },
  'talq-odd-dates': {
    en: () => 'a date of the condition is neither a day of each month (---dd) nor of each year (--mm-dd), or ends in the other form. Mend it.',
    fr: () => 'une date de la condition n’est ni un jour de chaque mois (---jj) ni de chaque année (--mm-jj), ou finit sous l’autre forme. Corrigez-la.',
  },
  'talq-occurrences': {
    en: () => 'a rule for the first, second or last such day of a month cannot be kept; calendars here know days of the week and of the year. Write its dates.',
    fr: () => 'une règle pour le premier, le deuxième ou le dernier tel jour du mois ne peut être gardée ; les calendriers connaissent ici les jours de la semaine et de l’année. Écrivez ses dates.',
  },
  'talq-several-periods': {
    en: () => 'the program has several active periods; lamps of a zone burn once a night here. Keep one, and switch them off by a level of 0%.',
    fr: () => 'le programme a plusieurs périodes actives ; les lampes d’une zone brûlent ici une fois par nuit. Gardez-en une, et éteignez par un niveau de 0 %.',
  },
  'talq-other-period': {
    en: (p) => `the active period "${p['name']}" cannot be kept: only absolute ones, those of the astronomical clock, and sensors in lux above 0 with both levels.`,
    fr: (p) => `la période active « ${p['name']} » ne peut être gardée : seulement les absolues, celles de l’horloge astronomique, et les capteurs en lux au-dessus de 0 avec les deux seuils.`,
  },
  'talq-other-program': {
    en: (p) => `a program of type "${p['type']}" is not read. Export it as ControlProgramOne.`,
    fr: (p) => `un programme de type « ${p['type']} » n’est pas lu. Exportez-le comme ControlProgramOne.`,
  },
  'talq-dynamic-controls': {
    en: (p) => `${p['count']} dynamic controls were left out: only one that sets a level by presence in a period, the same in all programs of a calendar, each with one level there, can be kept. The schedule below is.`,
    fr: (p) => `${p['count']} commandes dynamiques ont été laissées de côté : seule peut être gardée celle qui fixe un niveau par présence dans une période, la même dans tous les programmes d’un calendrier, chacun à un seul niveau. Le programme l’est.`,
  },
  'talq-presence-left': {
    en: (p) => `${p['count']} rules of presence were left out: TALQ puts them on programs, which must give their level without anybody in all of their hours.`,
    fr: (p) => `${p['count']} règles de présence ont été laissées de côté : TALQ les pose sur des programmes, qui doivent donner leur niveau sans personne à toutes leurs heures.`,
  },
  'eclext-presence-left': {
    en: (p) => `${p['count']} rules of presence were left out: night profiles know the clock and the sun only.`,
    fr: (p) => `${p['count']} règles de présence ont été laissées de côté : les profils nocturnes ne connaissent que l’heure et le soleil.`,
  },
  'talq-operation': {
    en: () => 'an astronomical control with another operation than Set mixes with the fixed times, which a list of levels cannot say. Use Set.',
    fr: () => 'une commande astronomique d’une autre opération que Set se mêle aux heures fixes, ce qu’une liste de niveaux ne peut dire. Utilisez Set.',
  },
  'talq-fixed-times-hidden': {
    en: (p) => `${p['count']} fixed times were left out: astronomical controls with Set stand above them at every time of day.`,
    fr: (p) => `${p['count']} heures fixes ont été laissées de côté : les commandes astronomiques Set l’emportent sur elles à toute heure.`,
  },
  'talq-other-state': {
    en: (p) => `a command "${p['name']}" of ${p['value']} is no level of light. Use LevelState with a whole number from 0 to 100.`,
    fr: (p) => `une commande « ${p['name']} » de ${p['value']} n’est pas un niveau de lumière. Utilisez LevelState avec un nombre entier de 0 à 100.`,
  },
  'talq-ramp-back': {
    en: () => 'the ramp back at the end of a command (rampFromLevelTime) was left out: in a program the next command has its own.',
    fr: () => 'la rampe de retour à la fin d’une commande (rampFromLevelTime) a été laissée de côté : dans un programme, la commande suivante a la sienne.',
  },
  'talq-two-day-starts': {
    en: (p) => `some calendars run from noon to noon (zones ${p['zones']}), others from midnight; TALQ has one dayOffset for all. Let all zones begin their day alike.`,
    fr: (p) => `certains calendriers vont de midi à midi (zones ${p['zones']}), d’autres de minuit à minuit ; TALQ n’a qu’un dayOffset. Faites commencer le jour de même dans toutes les zones.`,
  },
  'talq-no-twilight': {
    en: (p) => `lamps burn while the sun is below ${p['altitudeDeg']} degrees; TALQ counts from sunset and sunrise only. Use offsets in minutes from them.`,
    fr: (p) => `les lampes brûlent tant que le soleil est sous ${p['altitudeDeg']} degrés ; TALQ ne compte que depuis le coucher et le lever. Utilisez des décalages en minutes.`,
  },
  'talq-not-a-minute': {
    en: (p) => `an offset from the sun (${p['value']}) is no whole number of minutes, which TALQ asks. Round it in the city first.`,
    fr: (p) => `un décalage par rapport au soleil (${p['value']}) n’est pas un nombre entier de minutes, que TALQ demande. Arrondissez-le d’abord dans la ville.`,
  },
  'talq-not-a-second': {
    en: (p) => `a time (${p['value']}) is no whole second from 00:00:00 to 23:59:59, which TALQ asks, or it ends where it begins. Mend it in the city first.`,
    fr: (p) => `une heure (${p['value']}) n’est pas une seconde entière de 00:00:00 à 23:59:59, que TALQ demande, ou elle finit où elle commence. Corrigez-la d’abord dans la ville.`,
  },
  'talq-same-time': {
    en: () => 'two levels of the program begin at the same time, which TALQ forbids. Keep the one that holds.',
    fr: () => 'deux niveaux du programme commencent à la même heure, ce que TALQ interdit. Gardez celui qui vaut.',
  },
  'talq-mixed-references': {
    en: () => 'the program has levels by the clock and by the sun; in TALQ those by the sun hide the others until the next of them. Use one kind in a program.',
    fr: () => 'le programme a des niveaux à heure fixe et d’autres selon le soleil ; dans TALQ, ces derniers cachent les autres jusqu’au prochain d’entre eux. N’utilisez qu’une sorte par programme.',
  },
  'talq-no-night-middle': {
    en: () => 'the program counts from the middle of the night, which TALQ does not know. Use the clock, or offsets from sunset and sunrise.',
    fr: () => 'le programme compte depuis le milieu de la nuit, que TALQ ne connaît pas. Utilisez l’heure, ou des décalages depuis le coucher et le lever.',
  },
  'talq-not-a-percent': {
    en: (p) => `a level of ${p['percent']}% is no whole percent, which TALQ asks. Round it in the city first.`,
    fr: (p) => `un niveau de ${p['percent']} % n’est pas un pourcentage entier, que TALQ demande. Arrondissez-le d’abord dans la ville.`,
  },
  'eclext-not-csv': {
    en: (p) => `the file cannot be read as CSV (${p['cause']}). Save the night profiles as CSV, one line for each span.`,
    fr: (p) => `le fichier ne se lit pas comme un CSV (${p['cause']}). Enregistrez les profils nocturnes en CSV, une ligne par plage.`,
  },
  'eclext-no-column': {
    en: (p) => `the file has no column "${p['column']}"; it has: ${p['known']}. Name columns as EclExt 1.1 names its attributes.`,
    fr: (p) => `le fichier n’a pas de colonne « ${p['column']} » ; il a : ${p['known']}. Nommez les colonnes comme EclExt 1.1 nomme ses attributs.`,
  },
  'eclext-too-long': {
    en: (p) => `there are more than ${p['limit']} lines, which no city needs. Check that it is the right file.`,
    fr: (p) => `il y a plus de ${p['limit']} lignes, ce dont aucune ville n’a besoin. Vérifiez que c’est le bon fichier.`,
  },
  'eclext-no-zone': {
    en: (p) => `no profile has the name of a zone of the city, which has: ${p['zones']}. Rename the profiles: ${p['profiles']}.`,
    fr: (p) => `aucun profil n’a le nom d’une zone de la ville, qui a : ${p['zones']}. Renommez les profils : ${p['profiles']}.`,
  },
  'eclext-profiles-left': {
    en: (p) => `no zone of the city has the name of these profiles, which were left out: ${p['profiles']}.`,
    fr: (p) => `aucune zone de la ville n’a le nom de ces profils, laissés de côté : ${p['profiles']}.`,
  },
  'eclext-profile-differs': {
    en: (p) => `the profile "${p['profile']}" has other hours of burning on an earlier line. Write the same on all of its lines.`,
    fr: (p) => `le profil « ${p['profile']} » a d’autres heures d’allumage sur une ligne précédente. Écrivez les mêmes sur toutes ses lignes.`,
  },
  'eclext-odd-hour': {
    en: (p) => `"${p['value']}" in ${p['field']} is no hour of EclExt. Write 23:30HL by the clock, or minutes from sunset (-15CS), sunrise (+15LS) or the middle of the night (-90MN).`,
    fr: (p) => `« ${p['value']} », dans ${p['field']}, n’est pas une heure d’EclExt. Écrivez 23:30HL à l’horloge, ou des minutes depuis le coucher (-15CS), le lever (+15LS) ou le milieu de la nuit (-90MN).`,
  },
  'eclext-odd-burning': {
    en: (p) => `lamps that burn from ${p['on']} to ${p['off']} follow no rule here. Write both by the clock, or CS in the evening and LS in the morning, at most 360 minutes from the sun.`,
    fr: (p) => `des lampes qui brûlent de ${p['on']} à ${p['off']} ne suivent aucune règle ici. Écrivez les deux à l’horloge, ou CS le soir et LS le matin, à 360 minutes du soleil au plus.`,
  },
  'eclext-dated': {
    en: (p) => `the span is valid until ${p['until']}; programs here come again each year. Strike it out if it has ended, or empty valideJusque.`,
    fr: (p) => `la plage est valide jusqu’au ${p['until']} ; les programmes reviennent ici chaque année. Supprimez-la si elle est terminée, ou videz valideJusque.`,
  },
  'eclext-colour-left': {
    en: () => 'a change of colour temperature was left out: programs here say how much light, not of which colour.',
    fr: () => 'un changement de température de couleur a été laissé de côté : les programmes disent ici combien de lumière, pas de quelle couleur.',
  },
  'eclext-odd-variation': {
    en: (p) => `a variation ${p['kind']} in ${p['format']} of "${p['value']}" cannot be kept. Write EX, or F with % and the share of flux left, 0 to 100.`,
    fr: (p) => `une variation ${p['kind']} en ${p['format']} de « ${p['value']} » ne peut être gardée. Écrivez EX, ou F avec % et la part de flux restante, de 0 à 100.`,
  },
  'eclext-overlap': {
    en: () => 'in some night of the year the span ends before it begins, or begins before the one before it has ended. Part them by the clock, or by one reference.',
    fr: () => 'certaines nuits de l’année, la plage finit avant de commencer, ou commence avant la fin de la précédente. Séparez-les par l’heure, ou par une seule référence.',
  },
  'eclext-no-calendar': {
    en: (p) => `the zone has ${p['rules']} rules for days of the week or of the year, which a night profile cannot say. Export it as TALQ, or let one program run every night.`,
    fr: (p) => `la zone a ${p['rules']} règles de jours de semaine ou d’année, qu’un profil nocturne ne peut dire. Exportez-la en TALQ, ou faites suivre un seul programme chaque nuit.`,
  },
  'eclext-no-ramps': {
    en: () => 'ramps were left out: EclExt says from when to when, not how fast.',
    fr: () => 'les rampes ont été laissées de côté : EclExt dit de quand à quand, pas à quelle vitesse.',
  },
  'eclext-not-a-minute': {
    en: (p) => `a time of ${p['seconds']} s is no whole minute, which EclExt asks. Round it in the city first.`,
    fr: (p) => `une heure de ${p['seconds']} s n’est pas une minute entière, qu’EclExt demande. Arrondissez-la d’abord dans la ville.`,
  },
  'eclext-other-switching': {
    en: () => 'the lamps follow a photocell, another twilight than sunset and sunrise, or burn all day; a night profile cannot say that. Export as TALQ.',
    fr: () => 'les lampes suivent une cellule, un autre crépuscule que coucher et lever, ou brûlent tout le jour ; un profil nocturne ne peut le dire. Exportez en TALQ.',
  },
  'eclext-order-changes': {
    en: () => 'levels of the program do not follow each other in the same order every night of the year, which spans of a profile need. Count them from one reference.',
    fr: () => 'les niveaux du programme ne se suivent pas dans le même ordre toutes les nuits de l’année, ce que demandent les plages d’un profil. Comptez-les depuis une seule référence.',
  },
};
