/** A text as a field of CSV (RFC 4180): in quotes where it has to be. */
export const csvField = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
