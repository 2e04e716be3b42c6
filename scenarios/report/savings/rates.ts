import type { Wording } from '../../../engine/foundation/text.ts';
import { SLOT_S, SLOTS_A_DAY } from './lit-slots.ts';
import { monthOf } from './period.ts';

/** Hours of the clock with a price of their own. */
export interface TariffWindow {
  /** Empty where there is one price at all hours. */
  name: string;
  /** Clock time, whole half hours; `untilS` before `fromS` for hours over midnight; both 0 for the whole day. */
  fromS: number;
  untilS: number;
  /** 1 to 12; none named: all. */
  months: readonly number[];
  /** 1 Monday to 7 Sunday; none named: all. */
  days: readonly number[];
  priceEurPerKwh: number;
}

/** What electricity costs from one date to another, both included. The first window that holds an instant gives its price. */
export interface TariffPeriod { fromDate: string; untilDate: string; source: Wording; windows: readonly TariffWindow[] }

/** What a kilowatt-hour emits from one date to another, both included. */
export interface CarbonPeriod { fromDate: string; untilDate: string; gPerKwh: number; source: Wording }

export interface Rates { tariff: readonly TariffPeriod[]; carbon: readonly CarbonPeriod[] }

/** A price and a factor that hold in some of the half hours. */
export interface Rate { window: string; tariffPeriod: number; priceEurPerKwh: number; gPerKwh: number }

/** Which rate holds in every half hour of the dates. */
export interface RateSlots { rates: readonly Rate[]; rateOfSlot: Uint16Array; months: readonly string[]; monthOfSlot: Uint16Array }

/** The first day of these that a tariff or factors say nothing about. */
export function uncoveredDate(dates: readonly string[], periods: readonly { fromDate: string; untilDate: string }[]): string | undefined {
  return dates.find((date) => !periods.some((one) => isWithin(date, one)));
}

const isWithin = (date: string, { fromDate, untilDate }: { fromDate: string; untilDate: string }): boolean => fromDate <= date && date <= untilDate;

/** Every date must be covered, and every tariff period's last window must hold always: readers of tariffs see to both. */
export function rateSlots(dates: readonly string[], { tariff, carbon }: Rates): RateSlots {
  const rates: Rate[] = [], known = new Map<string, number>(), months: string[] = [];
  const rateOfSlot = new Uint16Array(dates.length * SLOTS_A_DAY), monthOfSlot = new Uint16Array(rateOfSlot.length);
  dates.forEach((date, day) => {
    const period = tariff.findIndex((one) => isWithin(date, one)), factor = carbon.findIndex((one) => isWithin(date, one));
    const { windows } = tariff[period]!, { gPerKwh } = carbon[factor]!;
    if (months.at(-1) !== monthOf(date)) months.push(monthOf(date));
    for (let half = 0; half < SLOTS_A_DAY; half++) {
      const at = windows.findIndex((window) => holds(window, date, half * SLOT_S)), { name, priceEurPerKwh } = windows[at]!, key = `${period} ${at} ${factor}`;
      let rate = known.get(key);
      if (rate === undefined) {
        known.set(key, rate = rates.length);
        rates.push({ window: name, tariffPeriod: period, priceEurPerKwh, gPerKwh });
      }
      rateOfSlot[day * SLOTS_A_DAY + half] = rate;
      monthOfSlot[day * SLOTS_A_DAY + half] = months.length - 1;
    }
  });
  return { rates, rateOfSlot, months, monthOfSlot };
}

/** Days and months of a window over midnight are those of the instant itself. */
function holds({ fromS, untilS, months, days }: TariffWindow, date: string, clockS: number): boolean {
  if (months.length > 0 && !months.includes(Number(date.slice(5, 7)))) return false;
  if (days.length > 0 && !days.includes(weekdayOf(date))) return false;
  if (fromS === untilS) return true;
  return fromS < untilS ? clockS >= fromS && clockS < untilS : clockS >= fromS || clockS < untilS;
}

/** 1 Monday to 7 Sunday. */
const weekdayOf = (date: string): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** One price and one factor at all hours: what is taken where nobody gives a tariff. */
export function flatRates(dates: readonly string[], price: { eurPerKwh: number; source: Wording }, carbon: { gPerKwh: number; source: Wording }): Rates {
  const fromDate = dates[0]!, untilDate = dates.at(-1)!;
  return {
    tariff: [{ fromDate, untilDate, source: price.source, windows: [{ name: '', fromS: 0, untilS: 0, months: [], days: [], priceEurPerKwh: price.eurPerKwh }] }],
    carbon: [{ fromDate, untilDate, ...carbon }],
  };
}
