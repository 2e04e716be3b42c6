import { linkResultColumns } from '../engine/results/tables.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import type { Language } from '../scenarios/language/language.ts';
import { readResultTable } from '../scenarios/runs/result-files.ts';
import { csvLine } from './csv-lines.ts';
import { writeWhole } from './write-whole.ts';

const HEADER = ['intervalStartS', 'edge', 'entered', 'left', 'meanTravelTimeS'];
/** Lines that are handed to the system at once. */
const LINES_A_PART = 5000;

/** Traffic of every link by quarter of an hour, as CSV. The mean is empty where no vehicle drove the whole link. */
export async function writeLinksFile(path: string, resultFolder: string, { links }: ReadingTwin, language: Language): Promise<void> {
  const rows = await readResultTable(resultFolder, 'links', linkResultColumns);
  function* parts(): Generator<string> {
    let part = csvLine(HEADER, language);
    for (let row = 0; row < rows.count; row++) {
      const travelTimeS = rows.travelTimeS[row]!;
      part += csvLine([rows.fromS[row]!, links.name[rows.link[row]!]!, rows.entered[row]!, rows.left[row]!, travelTimeS < 0 ? null : travelTimeS], language);
      if (row % LINES_A_PART === LINES_A_PART - 1) {
        yield part;
        part = '';
      }
    }
    yield part;
  }
  await writeWhole(path, parts());
}
