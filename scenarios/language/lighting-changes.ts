import type { Change } from '../changes/change.ts';
import type { Language } from './language.ts';
import { numbersIn } from './numbers.ts';
import { zoneInWords } from './zones.ts';

type Kind<Name> = Extract<Change, { change: Name }>;
type LightingChange = Kind<'lighting-program' | 'switching-rule' | 'adaptive-lighting' | 'lighting-override' | 'communication-loss' | 'cabinet-control'>;

const NBSP = '\u00a0';
const EVENTS = { sunset: { fr: 'coucher du soleil', en: 'sunset' }, sunrise: { fr: 'lever du soleil', en: 'sunrise' }, 'night-middle': { fr: 'milieu de la nuit', en: 'the middle of the night' } } as const;
const NIGHTS_FR = { monday: 'lundi', tuesday: 'mardi', wednesday: 'mercredi', thursday: 'jeudi', friday: 'vendredi', saturday: 'samedi', sunday: 'dimanche' } as const;
const NIGHTS_EN = { monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday', friday: 'Friday', saturday: 'Saturday', sunday: 'Sunday' } as const;

/** What a change of lighting does, in a sentence. */
export function lightingChangeInWords(change: LightingChange, language: Language): string {
  switch (change.change) {
    case 'lighting-program': return programInWords(change, language);
    case 'switching-rule': return switchingInWords(change, language);
    case 'adaptive-lighting': return adaptiveInWords(change, language);
    case 'lighting-override': return overrideInWords(change, language);
    case 'communication-loss': return lossInWords(change, language);
    case 'cabinet-control': {
      const { cabinets, control } = change;
      if (language === 'fr') return `${control === 'lamp' ? 'Commande point par point' : 'Commande par armoire entière'} : ${cabinets === 'all' ? 'toutes les armoires' : cabinets.join(', ')}.`;
      return `${control === 'lamp' ? 'Lamps controlled one by one' : 'Whole cabinets controlled'}: ${cabinets === 'all' ? 'all cabinets' : cabinets.join(', ')}.`;
    }
  }
}

function programInWords(change: Kind<'lighting-program'>, language: Language): string {
  const french = language === 'fr', zone = zoneInWords(change.zone, language), { share } = numbersIn(language);
  const levels = change.levels.map(({ from, outputShare, rampS }) => {
    const ramp = rampS === 0 ? '' : french ? ` en ${rampS}${NBSP}s` : ` over ${rampS} s`;
    return french ? `${share(outputShare)} à partir de ${levelTimeInWords(from, language)}${ramp}` : `${share(outputShare)} from ${levelTimeInWords(from, language)}${ramp}`;
  }).join(', ');
  const nights = change.nightsOf === undefined ? '' : french ? `, nuits commençant le ${change.nightsOf.map((day) => NIGHTS_FR[day]).join(', ')}` : `, in nights that begin on ${change.nightsOf.map((day) => NIGHTS_EN[day]).join(', ')}`;
  return french ? `Programme d’éclairage (${zone}${nights}) : ${levels}.` : `Lighting program (${zone}${nights}): ${levels}.`;
}

/** "sunset+01:30" as people say it. */
export function levelTimeInWords(time: string, language: Language): string {
  const [, event, sign, offset] = /^([a-z-]+?)(?:([+-])(\d\d:\d\d))?$/.exec(time) ?? [];
  if (event === undefined) return time;
  const name = EVENTS[event as keyof typeof EVENTS][language];
  if (offset === undefined) return name;
  const [hours, minutes] = offset.split(':').map(Number) as [number, number];
  if (language === 'fr') return `${hours}${NBSP}h${NBSP}${String(minutes).padStart(2, '0')} ${sign === '-' ? 'avant' : 'après'} le ${name}`;
  return `${hours} h ${String(minutes).padStart(2, '0')} min ${sign === '-' ? 'before' : 'after'} ${name}`;
}

function switchingInWords({ zone, rule }: Kind<'switching-rule'>, language: Language): string {
  const french = language === 'fr', where = zoneInWords(zone, language), { plain } = numbersIn(language);
  switch (rule.by) {
    case 'sun': {
      const degrees = plain(rule.sunAltitudeDeg, Number.isInteger(rule.sunAltitudeDeg) ? 0 : 3), minutes = (value: number): string => `${value > 0 ? '+' : ''}${plain(value, 0)}${french ? NBSP : ' '}min`;
      const moved = rule.onOffsetMin === 0 && rule.offOffsetMin === 0 ? '' : french ? `, décalé de ${minutes(rule.onOffsetMin)} le soir et de ${minutes(rule.offOffsetMin)} le matin` : `, moved by ${minutes(rule.onOffsetMin)} in the evening and ${minutes(rule.offOffsetMin)} in the morning`;
      return french ? `Allumage (${where}) quand le soleil est sous ${degrees}°${moved}.` : `Lamps (${where}) burn while the sun stands below ${degrees}°${moved}.`;
    }
    case 'photocell':
      return french
        ? `Allumage (${where}) par cellule : à ${plain(rule.onLx, 0)}${NBSP}lx le soir, extinction à ${plain(rule.offLx, 0)}${NBSP}lx le matin.`
        : `Lamps (${where}) switched by photocell: on at ${plain(rule.onLx, 0)} lx, off at ${plain(rule.offLx, 0)} lx.`;
    case 'clock':
      return french ? `Allumage (${where}) à heures fixes, de ${rule.on} à ${rule.off}.` : `Lamps (${where}) burn at fixed hours, from ${rule.on} to ${rule.off}.`;
  }
}

function adaptiveInWords({ zone, rule, from, until, fallS }: Kind<'adaptive-lighting'>, language: Language): string {
  const french = language === 'fr', where = zoneInWords(zone, language), { share, plain } = numbersIn(language);
  const fall = fallS === 0 ? '' : french ? `, baisse en ${fallS}${NBSP}s` : `, falling over ${fallS} s`;
  if (rule.by === 'presence') {
    return french
      ? `Éclairage selon la présence (${where}) de ${from} à ${until} : ${share(rule.busyShare)} quand quelqu’un est là et ${rule.holdS}${NBSP}s après, ${share(rule.quietShare)} sinon${fall}.`
      : `Lighting by presence (${where}) from ${from} to ${until}: ${share(rule.busyShare)} while somebody is there and ${rule.holdS} s after, ${share(rule.quietShare)} otherwise${fall}.`;
  }
  const steps = rule.steps.map(({ fromFlowPerH, outputShare }) => (french ? `${share(outputShare)} dès ${plain(fromFlowPerH, 0)}${NBSP}véh/h` : `${share(outputShare)} from ${plain(fromFlowPerH, 0)} veh/h`)).join(', ');
  return french
    ? `Éclairage selon le trafic (${where}) de ${from} à ${until} : ${steps}, compté sur ${rule.intervalS}${NBSP}s, baisse après ${rule.confirmations} confirmations${fall}.`
    : `Lighting by traffic (${where}) from ${from} to ${until}: ${steps}, counted over ${rule.intervalS} s, down after ${rule.confirmations} confirmations${fall}.`;
}

function overrideInWords({ where, outputShare, from, until }: Kind<'lighting-override'>, language: Language): string {
  const { share } = numbersIn(language), place = [where.zone === undefined ? undefined : zoneInWords(where.zone, language), where.street, where.commune, where.cabinet].filter((one) => one !== undefined).join(', ');
  if (language === 'fr') return `Ordre du poste de pilotage (${place === '' ? 'toute la ville' : place}) : ${share(outputShare)} du flux, de ${from} à ${until}.`;
  return `Order of the control post (${place === '' ? 'the whole city' : place}): ${share(outputShare)} of full output, from ${from} to ${until}.`;
}

function lossInWords({ cabinets, fallback, from, until }: Kind<'communication-loss'>, language: Language): string {
  if (language === 'fr') {
    return `Armoires hors de portée du poste de pilotage (${cabinets === 'all' ? 'toutes' : cabinets.join(', ')}) de ${from} à ${until} : ${fallback === 'program' ? 'elles suivent leur programme' : 'plein flux à l’horloge astronomique'}.`;
  }
  return `Cabinets out of reach of the control post (${cabinets === 'all' ? 'all' : cabinets.join(', ')}) from ${from} to ${until}: ${fallback === 'program' ? 'they go on with their program' : 'full output by the astronomical clock'}.`;
}
