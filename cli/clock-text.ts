/** Seconds since midnight of the first day to 'HH:MM', or 'HH:MM:SS' where seconds count; hours pass 24 as in timetables, so that an end is never before its start. */
export function clockText(timeS: number): string {
  const whole = Math.floor(timeS), two = (value: number) => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}`;
  return whole % 60 === 0 ? minutes : `${minutes}:${two(whole % 60)}`;
}
