import { computeStreets } from '../../../engine/lighting/road/street-light.ts';
import { plannedHourVolumes } from '../../../engine/twin/hour-volumes.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { StreetLightAnswer } from './street-light-tables.ts';

// Light of all streets of a city takes seconds: computed beside the page, which goes on drawing.
addEventListener('message', ({ data }: MessageEvent<ReadingTwin>) => {
  const answer: StreetLightAnswer = { light: computeStreets(data), volumes: plannedHourVolumes(data) };
  postMessage(answer);
});
