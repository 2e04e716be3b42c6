import type { Language } from '../../language/language.ts';

/** Whole hours or parts of them, at most seven. */
export function timeTicks(fromS: number, untilS: number): number[] {
  const stepS = [60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200].find((one) => (untilS - fromS) / one <= 7) ?? 86400;
  const ticks: number[] = [];
  for (let tickS = Math.ceil(fromS / stepS) * stepS; tickS <= untilS; tickS += stepS) ticks.push(tickS);
  return ticks;
}

/** '7 h 30', '7:30'. */
export function clockLabel(timeS: number, language: Language): string {
  const hours = Math.floor(timeS / 3600), minutes = String(Math.floor(timeS / 60) % 60).padStart(2, '0');
  const shown = hours > 24 ? hours % 24 : hours;
  return language === 'fr' ? `${shown} h${minutes === '00' ? '' : ` ${minutes}`}` : `${shown}:${minutes}`;
}
