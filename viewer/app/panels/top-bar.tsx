import { useState } from 'react';
import { questionNamed } from '../../../scenarios/questions/library.ts';
import type { Side } from '../session/session.ts';
import { useSession, useViewer, useWords } from '../viewer-context.ts';
import { ActionButton } from './action-button.tsx';
import { SearchBox } from './search-box.tsx';
import { useHeight } from './use-height.ts';

/** The title of a result: that of its question, or the name it is stored under. */
export function useResultTitle(): (name: string) => string {
  const { city } = useViewer();
  const language = useSession((session) => session.language);
  return (name) => {
    const manifest = city.listed.find((result) => result.name === name)?.manifest;
    const scenario = typeof manifest?.['scenario'] === 'string' ? manifest['scenario'] : name;
    const seed = manifest?.settings?.seed;
    const title = questionNamed(scenario)?.title[language] ?? scenario;
    const twins = city.listed.filter((result) => result.manifest['scenario'] === scenario).length > 1;
    return twins && seed !== undefined ? `${title} (${seed})` : title;
  };
}

function ScenarioSwitch() {
  const { city, session, moment } = useViewer();
  const words = useWords();
  const shown = useSession((state) => state.shown);
  const results = useSession((state) => state.results);
  const titleOf = useResultTitle();
  const [busy, setBusy] = useState(false);
  if (city.listed.length === 0) return <p className="scenario panel none">{words.noScenario}</p>;
  const choose = async (side: Side, name: string): Promise<void> => {
    setBusy(true);
    try {
      await city.choose(side, name);
      moment.setState({ failure: undefined });
      session.setState({ results: { ...session.getState().results, [side]: name }, shown: side });
    } catch (failure) {
      moment.setState({ failure });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="scenario panel" role="group" aria-label={words.scenario} aria-busy={busy}>
      {(['a', 'b'] as const).filter((side) => results[side] !== '').map((side) => (
        <span key={side} className={shown === side ? 'side chosen' : 'side'}>
          <button type="button" aria-pressed={shown === side} aria-label={`${side.toUpperCase()} ${titleOf(results[side])}`} title={titleOf(results[side])} onClick={() => session.setState({ shown: side })}>
            <b>{side.toUpperCase()}</b> <span className="side-title">{titleOf(results[side])}</span>
          </button>
          {city.listed.length > 2 && (
            <select aria-label={words.chooseScenario(side.toUpperCase())} value={results[side]} onChange={(event) => void choose(side, event.target.value)}>
              {city.listed.map(({ name }) => <option key={name} value={name}>{titleOf(name)}</option>)}
            </select>
          )}
        </span>
      ))}
    </div>
  );
}

/** City, scenarios, search, language; and that the city is made up. */
export function TopBar() {
  const { city } = useViewer();
  const words = useWords();
  const bar = useHeight<HTMLElement>('--top-bar');
  return (
    <header ref={bar} className="top-bar">
      <div className="brand panel">
        <h1><span className="wordmark">{words.title}</span> <span className="city-name">{city.twin.facts.name}</span></h1>
        {city.twin.facts.synthetic && <p className="synthetic">{words.synthetic}</p>}
      </div>
      <div className="scenario-place"><ScenarioSwitch /></div>
      <div className="tools panel">
        <SearchBox />
        <ActionButton name="lighting" icon="lamp" />
        <ActionButton name="layers" icon="layers" />
        <ActionButton name="tables" icon="tables" />
        <ActionButton name="comparisons" icon="bars" />
        <ActionButton name="about" icon="about" />
        <ActionButton name="help" icon="help" />
        <ActionButton name="language" text={words.language} />
      </div>
    </header>
  );
}
