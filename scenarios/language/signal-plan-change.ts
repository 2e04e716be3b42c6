import type { Change } from '../changes/change.ts';
import type { Language } from './language.ts';
import { numbersIn } from './numbers.ts';

const DAYS_FR = { monday: 'lundi', tuesday: 'mardi', wednesday: 'mercredi', thursday: 'jeudi', friday: 'vendredi', saturday: 'samedi', sunday: 'dimanche' } as const;
const DAYS_EN = { monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday', friday: 'Friday', saturday: 'Saturday', sunday: 'Sunday' } as const;

type SignalPlanChange = Extract<Change, { change: 'signal-plan' }>;

/** What is other in the signal plans of which controllers. */
export function signalPlanInWords(change: SignalPlanChange, language: Language): string {
  const { plan, as, order, greens = [], cycleS, offsetS, offsetShiftS, schedule } = change, french = language === 'fr', numbers = numbersIn(language);
  const seconds = (value: number): string => `${numbers.plain(value, Number.isInteger(value) ? 0 : 1)}\u00a0s`, signed = (value: number): string => `${value < 0 ? '−' : '+'}${seconds(Math.abs(value))}`;
  const which = plan === undefined ? '' : french ? `, plan « ${plan} »` : `, plan “${plan}”`;
  const said = [
    as === undefined ? '' : french ? `nouveau plan « ${as} »` : `new plan “${as}”`,
    order === undefined ? '' : french ? `phases dans l’ordre ${order.join(', ')}` : `stages in the order ${order.join(', ')}`,
    ...greens.map(({ stage, durationS, byS = 0 }) => `${french ? 'phase' : 'stage'} ${stage}${durationS === undefined ? '' : french ? ' de' : ' of'} ${durationS === undefined ? signed(byS) : seconds(durationS)}`),
    cycleS === undefined ? '' : french ? `cycle de ${seconds(cycleS)}` : `cycle of ${seconds(cycleS)}`,
    offsetS === undefined ? '' : french ? `décalage de ${seconds(offsetS)}` : `offset of ${seconds(offsetS)}`,
    offsetShiftS === undefined ? '' : french ? `décalage ${signed(offsetShiftS)}` : `offset ${signed(offsetShiftS)}`,
    ...(schedule ?? []).map(({ from, plan: named, days }) => {
      const on = days === undefined ? '' : ` (${days.map((day) => (french ? DAYS_FR : DAYS_EN)[day]).join(', ')})`;
      return french ? `plan « ${named} » à partir de ${from}${on}` : `plan “${named}” from ${from} on${on}`;
    }),
  ].filter((one) => one !== '').join(', ');
  return french ? `Plan de feux (${controllersInWords(change.controllers, language)}${which}) : ${said}.` : `Signal plan (${controllersInWords(change.controllers, language)}${which}): ${said}.`;
}

function controllersInWords(place: SignalPlanChange['controllers'], language: Language): string {
  const french = language === 'fr';
  if (place === 'all') return french ? 'tous les carrefours à feux' : 'all signal controllers';
  if (Array.isArray(place)) return place.join(', ');
  return 'street' in place ? place.street : french ? `ligne ${place.line}` : `line ${place.line}`;
}
