import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Action } from './actions/action.ts';
import type { LoadedCity } from './feed/load-city.ts';
import type { CityMap } from './map/city-map.ts';
import type { Player } from './player.ts';
import type { Moment, MomentStore } from './session/moment.ts';
import type { Session, SessionStore } from './session/session.ts';
import { wordsFor, type ViewerWords } from './session/words.ts';

/** What every part of a loaded viewer works with. Map and player are missing where there is no WebGL, or not yet. */
export interface Viewer {
  city: LoadedCity;
  session: SessionStore;
  moment: MomentStore;
  map: CityMap | undefined;
  player: Player | undefined;
  actions: readonly Action[];
}

export const ViewerContext = createContext<Viewer | undefined>(undefined);

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('no viewer around this component');
  return viewer;
}

export const useSession = <T>(select: (session: Session) => T): T => useStore(useViewer().session, select);
export const useMoment = <T>(select: (moment: Moment) => T): T => useStore(useViewer().moment, select);

export const useWords = (): ViewerWords => wordsFor(useSession(({ language }) => language));
