// Goal: a link holds the whole session, and an address that somebody broke does no harm.
import { expect, test } from 'vitest';
import { fromAddress, toAddress } from '../../viewer/app/session/address.ts';
import { firstSession, type Session } from '../../viewer/app/session/session.ts';

const full: Session = {
  language: 'en', city: 'petite ville & co', results: { a: 'baseline', b: 'dim' }, shown: 'b', timeS: 86400 + 3723, playing: true, speed: 60,
  camera: { xM: -12.5, yM: 300, zoom: 15.25, bearingDeg: -40, pitchDeg: 50 }, layerBits: 1234, selected: { kind: 'lamps', row: 77 }, street: 5, panel: 'lighting',
  lighting: { zone: 'residential', hour: 23, programs: { residential: [{ reference: 'clock', atMin: 1380, outputShare: 0.35, rampMin: 10 }], 'main roads': [{ reference: 'sunset', atMin: 90, outputShare: 0.5, rampMin: 0 }] } },
  comparison: '0123456789abcdef',
};

test('what is written is read back', () => {
  expect({ ...firstSession, ...fromAddress(toAddress(full)) }).toEqual(full);
});

test('an empty address is the first session', () => {
  expect({ ...firstSession, ...fromAddress('') }).toEqual(firstSession);
});

test.each(['at=99:99', 'camera=1,2,x,4,5', 'camera=1,2', 'thing=lamps:-1', 'thing=dragons:3', 'speed=7', 'lang=de', 'street=x', 'layers=*', 'panel=attic', 'comparison=../../etc', 'shown=c', 'hour=24', 'program=residential:2500-50', 'program=residential'])('nonsense is left out: %s', (address) => {
  expect({ ...firstSession, ...fromAddress(address) }).toEqual(firstSession);
});
