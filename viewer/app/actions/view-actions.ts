import type { LoadedCity } from '../feed/load-city.ts';
import type { OpenPanel, SessionStore } from '../session/session.ts';
import { streetOf } from '../street/street-of.ts';
import type { Action } from './action.ts';

export interface ViewActions { scenario: Action; language: Action; lighting: Action; layers: Action; search: Action; help: Action; tables: Action; comparisons: Action; about: Action; street: Action; close: Action }

export const SEARCH_ID = 'search';

export function viewActions(session: SessionStore, city: LoadedCity): ViewActions {
  const panel = (name: Exclude<OpenPanel, 'none'>) => (): void => session.setState(({ panel: open }) => ({ panel: open === name ? 'none' : name }));
  return {
    scenario: {
      name: 'scenario', label: 'scenarioSwitch', shortcuts: ['s'],
      allowed: () => city.run('b') !== undefined,
      run: () => session.setState(({ shown }) => ({ shown: shown === 'a' ? 'b' : 'a' })),
    },
    language: { name: 'language', label: 'toggleLanguage', shortcuts: ['g'], run: () => session.setState(({ language }) => ({ language: language === 'fr' ? 'en' : 'fr' })) },
    lighting: { name: 'lighting', label: 'lighting', shortcuts: ['e'], allowed: () => city.twin.lightingZones.count > 0, run: panel('lighting') },
    layers: { name: 'layers', label: 'layers', shortcuts: ['l'], run: panel('layers') },
    search: { name: 'search', label: 'searchShort', shortcuts: ['/'], run: () => document.getElementById(SEARCH_ID)?.focus() },
    help: { name: 'help', label: 'help', shortcuts: ['?'], run: panel('help') },
    tables: { name: 'tables', label: 'tables', shortcuts: ['t'], run: panel('tables') },
    comparisons: { name: 'comparisons', label: 'comparisons', shortcuts: ['c'], run: panel('comparisons') },
    about: { name: 'about', label: 'about', shortcuts: ['d'], run: panel('about') },
    street: {
      name: 'street', label: 'openStreet', shortcuts: ['v'],
      allowed: () => session.getState().street >= 0 || streetOf(city.twin, session.getState().selected) >= 0,
      run: () => session.setState(({ street, selected }) => ({ street: street >= 0 ? -1 : streetOf(city.twin, selected) })),
    },
    close: {
      name: 'close', label: 'close', shortcuts: ['Escape'],
      run() {
        const { panel: open, street } = session.getState();
        if (open !== 'none') session.setState({ panel: 'none' });
        else if (street >= 0) session.setState({ street: -1 });
        else session.setState({ selected: undefined });
      },
    },
  };
}
