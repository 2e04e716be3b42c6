import type { Language } from '../scenarios/language/language.ts';

/** What spreadsheets of that language take for the end of a field, and before decimals. */
const DELIMITER = { fr: ';', en: ',' } as const;

export type CsvValue = string | number | boolean | null;

/** One line of CSV: numbers as spreadsheets of that language read them, nothing for null. */
export function csvLine(values: readonly CsvValue[], language: Language): string {
  return `${values.map((value) => fieldOf(value, language)).join(DELIMITER[language])}\n`;
}

function fieldOf(value: CsvValue, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'number') return language === 'fr' ? String(value).replace('.', ',') : String(value);
  const text = String(value);
  return text.includes(DELIMITER[language]) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
