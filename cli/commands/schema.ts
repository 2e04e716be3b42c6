import { checkOutputFile } from '../output-file.ts';
import { referencePage } from '../reference-page.ts';
import type { Terminal } from '../terminal.ts';
import { toldSchema } from '../told-schema.ts';
import { writeWhole } from '../write-whole.ts';

export interface SchemaOptions { out?: string }

/** `jumeau schema [-o jumeau.schema.json|changes.md]`: what files of questions may hold, for an editor or for people. */
export async function schemaCommand(terminal: Terminal, { out }: SchemaOptions): Promise<void> {
  const schema = `${JSON.stringify(toldSchema(terminal.language), undefined, 2)}\n`;
  if (out === undefined) return terminal.out(schema.trimEnd());
  const isPage = /\.md$/i.test(out);
  await checkOutputFile(isPage ? 'reference' : 'schema', '--out', out);
  await writeWhole(out, [isPage ? referencePage(terminal.language) : schema]);
  if (terminal.json) return terminal.out(JSON.stringify({ out }));
  terminal.out(terminal.words.written(out));
}
