import type { Language } from './language.ts';

/** Numbers, days and times as people of that language write them. */
export interface NumberWriter {
  /** '1 234,5' */
  plain(value: number, decimals?: number): string;
  /** For reading on the way: three digits that count where there are more than four. */
  rough(value: number, decimals?: number): string;
  /** With its sign, a true minus: '+3,2', '−0,4'; '0' alone. */
  signed(value: number, decimals?: number): string;
  /** Of a value in per cent: '23,4 %'. */
  percent(percent: number, decimals?: number): string;
  /** With its sign: '−23,4 %'. */
  signedPercent(percent: number, decimals?: number): string;
  /** Of a share of 1: '40 %'. */
  share(share: number): string;
  /** A length of time in hours, with the quarter that it has: '24', '0,5', '0,25'. */
  hours(hours: number): string;
  /** The same in the unit that makes it a number to read: '2,5 h', '6 min', '36 s'. */
  lasting(hours: number): string;
  /** 'mardi 17 mars 2026', from 'YYYY-MM-DD'. */
  day(date: string): string;
}

/** To make a formatter takes longer than to write a hundred numbers with it: each is made once. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`, format = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** A length of time in hours, or in minutes or seconds where it is a part of one. */
export function lastingOf(hours: number): { amount: number; unit: 'h' | 'min' | 's' } {
  const seconds = Math.round(hours * 3600);
  return seconds >= 3600 ? { amount: hours, unit: 'h' } : seconds >= 60 ? { amount: seconds / 60, unit: 'min' } : { amount: seconds, unit: 's' };
}

export function numbersIn(language: Language): NumberWriter {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const digits = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  // Rounded first, so that −0.04 at one decimal is 0 and not −0.
  const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals)) + 0;
  const minus = (text: string) => text.replace('-', '−');
  const plain = (value: number, decimals = 0) => minus(formatOf(locale, digits(decimals)).format(rounded(value, decimals)));
  const signed = (value: number, decimals = 0) => minus(formatOf(locale, { ...digits(decimals), signDisplay: 'exceptZero' }).format(rounded(value, decimals)));
  const percentSign = language === 'fr' ? '\u202f%' : '%';
  return {
    plain,
    rough: (value, decimals = 0) => (Math.abs(value) < 10_000 ? plain(value, decimals) : plain(Number(value.toPrecision(3)))),
    signed,
    percent: (percent, decimals = 1) => plain(percent, decimals) + percentSign,
    signedPercent: (percent, decimals = 1) => signed(percent, decimals) + percentSign,
    share: (share) => formatOf(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share),
    hours: (hours) => minus(formatOf(locale, { maximumFractionDigits: 2 }).format(hours)),
    lasting(hours) {
      const { amount, unit } = lastingOf(hours);
      return `${formatOf(locale, { maximumFractionDigits: 2 }).format(amount)}\u202f${unit}`;
    },
    day: (date) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)),
  };
}
