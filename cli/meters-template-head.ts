/** First line of a file of readings to fill in; the reader of readings leaves the last two columns to people. */
export const METERS_TEMPLATE_HEAD = 'meter,month,kwh,cabinet,commune';
