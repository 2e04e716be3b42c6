import { findComparison, listComparisons } from '../../scenarios/report/comparison-folder.ts';
import { reportInputOf } from '../../scenarios/report/report-input.ts';
import { reportPage } from '../../scenarios/report/report-page.ts';
import type { Language } from '../../scenarios/language/language.ts';
import type { SavedComparison, SavedHead } from '../../scenarios/saved/saved-comparison.ts';

/** Comparisons that are kept of the cities that are shown. */
export interface ComparisonFiles {
  /** The newest first; `city`: as the viewer names it. */
  list(): Promise<SavedHead[]>;
  find(id: string): Promise<SavedComparison | undefined>;
  page(id: string, language: Language): Promise<string | undefined>;
}

/** `home`: the store; undefined where the server has none. Only what is 16 hexadecimal digits is ever turned into a path. */
export function makeComparisonFiles(home: string | undefined, cities: readonly { name: string; twinHash?: string }[]): ComparisonFiles {
  const nameOf = (twinHash: string): string | undefined => cities.find((city) => city.twinHash === twinHash)?.name;
  const find = async (id: string): Promise<SavedComparison | undefined> => {
    const found = home === undefined ? undefined : await findComparison(home, id);
    return found && nameOf(found.baseline.twinHash) !== undefined ? found : undefined;
  };
  return {
    find,
    async list() {
      const heads = home === undefined ? [] : await listComparisons(home);
      return heads.flatMap((head) => { const city = nameOf(head.twinHash); return city === undefined ? [] : [{ ...head, city }]; });
    },
    async page(id, language) {
      const found = await find(id);
      return found && reportPage(reportInputOf(found, language));
    },
  };
}
