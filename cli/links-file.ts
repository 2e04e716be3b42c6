import { linkResultColumns } from '../engine/results/tables.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import { readResultTable } from '../scenarios/runs/result-files.ts';
import { csvField } from './csv-field.ts';
import { writeWhole } from './write-whole.ts';

const HEADER = 'intervalStartS,edge,entered,left,meanTravelTimeS\n';
/** Lines that are handed to the system at once. */
const LINES_A_PART = 5000;

/** Traffic of every link by quarter of an hour, as CSV. The mean is empty where no vehicle drove the whole link. */
export async function writeLinksFile(path: string, resultFolder: string, { links }: ReadingTwin): Promise<void> {
  const rows = await readResultTable(resultFolder, 'links', linkResultColumns);
  function* parts(): Generator<string> {
    let part = HEADER;
    for (let row = 0; row < rows.count; row++) {
      const travelTimeS = rows.travelTimeS[row]!;
      part += `${rows.fromS[row]},${csvField(links.name[rows.link[row]!]!)},${rows.entered[row]},${rows.left[row]},${travelTimeS < 0 ? '' : travelTimeS}\n`;
      if (row % LINES_A_PART === LINES_A_PART - 1) {
        yield part;
        part = '';
      }
    }
    yield part;
  }
  await writeWhole(path, parts());
}
