import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { priorityFigureWords } from '../../language/priority-figures.ts';
import { figureSvg, WIDTH } from './frame.ts';
import { markup, type Markup } from './markup.ts';
import { roundTicks, tickDecimals } from './round-ticks.ts';
import { explained, isGo, signalBar, type ShownSpan } from './signal-look.ts';

/** Signal groups of a controller over one cycle, or over any other time. Seconds count from the start of the picture. */
export interface StageDiagram {
  controller: string;
  lengthS: number;
  groups: readonly { name: string; spans: readonly ShownSpan[] }[];
  /** Intervals in which greens run; what lies between two of them is the clearing time. */
  stages: readonly { fromS: number; untilS: number }[];
}

const SIDE = 10, LEGEND = 54, HEADER = 46, NAME = 21, BAR = 16, GAP = 9, BOTTOM = 40;
/** Narrower than this a stage has no room for its number of seconds. */
const ROOM_FOR_LABEL = 34;

/** What every group shows over the cycle, the stages numbered above and the clearing between them hatched. */
export function stageDiagram(diagram: StageDiagram, id: string, language: Language): string {
  const { controller, lengthS, groups, stages } = diagram;
  const words = wordsIn(priorityFigureWords, language), { plain } = numbersIn(language);
  const topY = LEGEND + HEADER, endY = topY + groups.length * (NAME + BAR + GAP), heightUnits = endY + BOTTOM;
  const x = (atS: number) => SIDE + (atS / lengthS) * (WIDTH - 2 * SIDE);
  const ticks = roundTicks(0, lengthS, 6).filter((tick) => tick <= lengthS);
  const seconds = (value: number) => plain(value, Number.isInteger(value) ? 0 : 1);
  const clearings = clearingsOf(stages, lengthS);
  const read = groups.map(({ name, spans }) => `${name} ${seconds(spans.filter((span) => isGo(span.aspect)).reduce((sum, { fromS, untilS }) => sum + untilS - fromS, 0))} s`).join(', ');
  return figureSvg({
    id, title: words.stages(controller), description: words.stagesAbout(seconds(lengthS), plain(stages.length), read), heightUnits,
    body: [
      legendOfSignals(language),
      markup`<defs><pattern id="${id}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" x2="0" y1="0" y2="7" stroke="currentColor" stroke-width="1.5" opacity="0.45"/></pattern></defs>`,
      markup`${clearings.map(({ fromS, untilS }) => markup`<rect x="${x(fromS)}" y="${topY - 14}" width="${x(untilS) - x(fromS)}" height="${endY - topY + 14}" fill="url(#${id}-hatch)"/>`)}`,
      markup`<text x="${SIDE}" y="${LEGEND + 12}" font-weight="600">${words.stageNumbers}</text>`,
      markup`${stages.map(({ fromS, untilS }, at) => {
        const middle = (x(fromS) + x(untilS)) / 2, wide = x(untilS) - x(fromS) >= ROOM_FOR_LABEL;
        return markup`<line x1="${x(fromS)}" x2="${x(untilS)}" y1="${topY - 8}" y2="${topY - 8}" stroke="currentColor" stroke-width="2"/><text x="${middle}" y="${topY - 14}" text-anchor="middle"><tspan font-weight="600">${at + 1}</tspan>${wide ? ` · ${seconds(untilS - fromS)} s` : ''}</text>`;
      })}`,
      markup`${ticks.map((tick) => markup`<line x1="${x(tick)}" x2="${x(tick)}" y1="${topY}" y2="${endY}" stroke="currentColor" opacity="0.15"/><text x="${x(tick)}" y="${endY + 18}" text-anchor="${tick === 0 ? 'start' : x(tick) > WIDTH - 40 ? 'end' : 'middle'}">${plain(tick, tickDecimals(ticks))}</text>`)}<text x="${WIDTH / 2}" y="${endY + 35}" text-anchor="middle">${words.secondsAxis}</text>`,
      markup`${groups.map(({ name, spans }, at) => {
        const y = topY + at * (NAME + BAR + GAP) + NAME;
        return markup`<text x="${SIDE}" y="${y - 5}" paint-order="stroke" stroke="var(--paper, #fff)" stroke-width="4">${name}</text>${spans.map((span) => signalBar(span.aspect, x(span.fromS), y, x(span.untilS) - x(span.fromS), BAR))}`;
      })}`,
    ],
  });
}

/** The times that no stage covers. */
function clearingsOf(stages: StageDiagram['stages'], lengthS: number): { fromS: number; untilS: number }[] {
  const between: { fromS: number; untilS: number }[] = [];
  let doneS = 0;
  for (const { fromS, untilS } of [...stages].sort((one, other) => one.fromS - other.fromS)) {
    if (fromS > doneS) between.push({ fromS: doneS, untilS: fromS });
    doneS = Math.max(doneS, untilS);
  }
  if (lengthS > doneS) between.push({ fromS: doneS, untilS: lengthS });
  return between;
}

/** Two by two, for narrow screens. */
function legendOfSignals(language: Language): Markup {
  const words = wordsIn(priorityFigureWords, language);
  const entries: [number, string][] = [[explained.green, words.green], [explained.permissive, words.permissive], [explained.amber, words.amber], [explained.red, words.red]];
  return markup`${entries.map(([code, name], at) => {
    const left = SIDE + (at % 2) * (WIDTH / 2 + 20), y = 4 + Math.floor(at / 2) * 23;
    return markup`${signalBar(code, left, y, 30, BAR)}<text x="${left + 38}" y="${y + 13}">${name}</text>`;
  })}`;
}
