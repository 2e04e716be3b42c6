import { formatClock, parseClock, DAY_S } from '../../../engine/foundation/clock.ts';
import { languages } from '../../../scenarios/language/language.ts';
import { programFromText, programToText } from '../lighting/program-text.ts';
import { firstSession, speeds, type OpenPanel, type Session, type SessionStore } from './session.ts';
import { thingFromText, thingToText } from './thing.ts';

/** The session as what follows # in the address, in words that a person can read and change. */
export function toAddress(session: Session): string {
  const { camera, selected, results } = session;
  const parts = new URLSearchParams();
  parts.set('lang', session.language);
  if (session.city) parts.set('city', session.city);
  if (results.a) parts.set('a', results.a);
  if (results.b) parts.set('b', results.b);
  if (session.shown === 'b') parts.set('shown', 'b');
  if (session.timeS >= 0) {
    const day = Math.floor(session.timeS / DAY_S);
    parts.set('at', formatClock(session.timeS) + (day > 0 ? `+${day}` : ''));
  }
  parts.set('speed', String(session.speed));
  if (session.playing) parts.set('play', '1');
  if (camera) parts.set('camera', [camera.xM.toFixed(1), camera.yM.toFixed(1), camera.zoom.toFixed(2), camera.bearingDeg.toFixed(0), camera.pitchDeg.toFixed(0)].join(','));
  if (session.layerBits >= 0) parts.set('layers', session.layerBits.toString(36));
  if (selected) parts.set('thing', thingToText(selected));
  if (session.street >= 0) parts.set('street', String(session.street));
  if (session.panel !== 'none') parts.set('panel', session.panel);
  if (session.comparison) parts.set('comparison', session.comparison);
  const { zone, hour, programs } = session.lighting;
  if (zone) parts.set('zone', zone);
  if (hour !== firstSession.lighting.hour) parts.set('hour', String(hour));
  for (const [ofZone, levels] of Object.entries(programs)) parts.append('program', programToText(ofZone, levels));
  return parts.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/** An address may come from anybody: more zones than this are nobody's city. */
const MOST_PROGRAMS = 100;

/** What an address says about the session; what it does not say, or says wrongly, is left out. */
export function fromAddress(address: string): Partial<Session> {
  const parts = new URLSearchParams(address.replace(/^#/, ''));
  const session: Partial<Session> = {};
  const language = languages.find((known) => known === parts.get('lang'));
  if (language) session.language = language;
  session.city = parts.get('city') ?? '';
  session.results = { a: parts.get('a') ?? '', b: parts.get('b') ?? '' };
  if (parts.get('shown') === 'b') session.shown = 'b';
  const [clock, day] = (parts.get('at') ?? '').split(/[+ ]/);
  const timeS = parseClock(clock ?? '');
  if (timeS !== undefined) session.timeS = timeS + (/^\d$/.test(day ?? '') ? Number(day) * DAY_S : 0);
  const speed = speeds.find((offered) => String(offered) === parts.get('speed'));
  if (speed) session.speed = speed;
  if (parts.get('play') === '1') session.playing = true;
  const numbers = (parts.get('camera') ?? '').split(',').map(Number);
  if (numbers.length === 5 && numbers.every(Number.isFinite)) {
    const [xM, yM, zoom, bearingDeg, pitchDeg] = numbers as [number, number, number, number, number];
    session.camera = { xM, yM, zoom, bearingDeg, pitchDeg };
  }
  const bits = parseInt(parts.get('layers') ?? '', 36);
  if (bits >= 0) session.layerBits = bits;
  const selected = thingFromText(parts.get('thing') ?? '');
  if (selected) session.selected = selected;
  if (/^\d{1,9}$/.test(parts.get('street') ?? '')) session.street = Number(parts.get('street'));
  const panels: OpenPanel[] = ['layers', 'help', 'about', 'tables', 'lighting', 'comparisons'];
  session.panel = panels.find((known) => known === parts.get('panel')) ?? 'none';
  const comparison = parts.get('comparison') ?? '';
  if (/^[0-9a-f]{16}$/.test(comparison)) session.comparison = comparison;
  const hour = parts.get('hour') ?? '';
  session.lighting = {
    zone: parts.get('zone') ?? '', hour: /^\d{1,2}$/.test(hour) && Number(hour) < 24 ? Number(hour) : firstSession.lighting.hour,
    programs: Object.fromEntries(parts.getAll('program').slice(0, MOST_PROGRAMS).map(programFromText).filter((program) => program !== undefined)),
  };
  return session;
}

/** Browsers refuse more than a hundred changes of address in half a minute. */
const LEAST_BETWEEN_MS = 700;

/** Keeps the address in step with the session, and the session with an address that a person edits. */
export function keepAddress(session: SessionStore, onForeignAddress: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined, written = '';
  const write = (): void => {
    timer = undefined;
    written = `#${toAddress(session.getState())}`;
    history.replaceState(null, '', written);
  };
  const stop = session.subscribe(() => { timer ??= setTimeout(write, LEAST_BETWEEN_MS); });
  const onHash = (): void => { if (location.hash !== written) onForeignAddress(); };
  addEventListener('hashchange', onHash);
  return () => {
    stop();
    clearTimeout(timer);
    removeEventListener('hashchange', onHash);
  };
}
