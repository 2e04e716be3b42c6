import { textIn } from '../../../scenarios/language/language.ts';
import { keyText } from '../actions/action.ts';
import { layersOf, type LayerSign } from '../map/layers.ts';
import { useSession, useViewer, useWords } from '../viewer-context.ts';
import { Icon } from './icon.tsx';
import { numberText } from './fact.ts';

const css = ([r, g, b]: readonly [number, number, number]): string => `rgb(${r} ${g} ${b})`;

/** A sign of the legend, drawn from the same description as the map's. */
export function Sign({ sign: { shape, colour } }: { sign: LayerSign }) {
  const fill = css(colour);
  const body = {
    circle: <circle cx="9" cy="9" r="5.5" fill={fill} />,
    square: <rect x="3.5" y="3.5" width="11" height="11" fill={fill} />,
    diamond: <path d="M9 2.5 15.5 9 9 15.5 2.5 9z" fill={fill} />,
    triangle: <path d="M9 3 15.5 14.5h-13z" fill={fill} />,
    ring: <circle cx="9" cy="9" r="4.8" fill="none" stroke={fill} strokeWidth="3" />,
    cross: <path d="M6.8 2.5h4.4v4.3h4.3v4.4h-4.3v4.3H6.8v-4.3H2.5V6.8h4.3z" fill={fill} />,
    line: <path d="M1.5 9h15" stroke={fill} strokeWidth="3.4" />,
    dashes: <path d="M1.5 9h15" stroke={fill} strokeWidth="2.6" strokeDasharray="4 2.4" />,
    dots: <path d="M3 9h13" stroke={fill} strokeWidth="4" strokeLinecap="round" strokeDasharray="0 6" />,
    'dash-dots': <path d="M1.5 9h15" stroke={fill} strokeWidth="2.6" strokeDasharray="6 2 2 2" />,
    area: <rect x="1.5" y="4" width="15" height="10" rx="2" fill={fill} />,
    glow: <><circle cx="9" cy="9" r="7.5" fill={fill} opacity="0.35" /><circle cx="9" cy="9" r="3" fill={fill} /></>,
  }[shape];
  return <svg className="sign" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">{body}</svg>;
}

function Layers() {
  const { city, session } = useViewer();
  const words = useWords();
  const bits = useSession((state) => state.layerBits);
  const language = useSession((state) => state.language);
  return (
    <ul className="layers">
      {layersOf(city.twin).map(({ name, bit, sign, variants, table }) => (
        <li key={name}>
          <label>
            <input type="checkbox" checked={(bits & bit) !== 0} onChange={() => session.setState(({ layerBits }) => ({ layerBits: layerBits ^ bit }))} />
            <Sign sign={sign} /> <span>{words[name]}</span> {name !== 'vehicles' && <small>{numberText(language, city.twin[table].count)}</small>}
          </label>
          {variants?.map((variant) => <p key={variant.name} className="variant"><Sign sign={variant.sign} /> {words[variant.name as 'bus']}</p>)}
          {name === 'signals' && <p className="variant aspects"><i className="red" /> {words.aspectRed} <i className="amber" /> {words.aspectAmber} <i className="green" /> {words.aspectGreen}</p>}
        </li>
      ))}
    </ul>
  );
}

function Shortcuts() {
  const { actions } = useViewer();
  const words = useWords();
  return (
    <dl className="shortcuts">
      {actions.filter(({ name }) => !name.startsWith('move-') || name === 'move-up').map(({ name, label, shortcuts }) => (
        <div key={name}>
          <dt>{name === 'move-up' ? <kbd>⇧ ← ↑ → ↓</kbd> : shortcuts.slice(0, 1).map((key) => <kbd key={key}>{keyText(key)}</kbd>)}</dt>
          <dd>{name === 'play-pause' ? `${words.play} / ${words.pause}` : (words[label] as string)}</dd>
        </div>
      ))}
    </dl>
  );
}

function About() {
  const { city } = useViewer();
  const language = useSession((state) => state.language);
  const words = useWords();
  return (
    <div className="about">
      {city.twin.facts.synthetic && <p>{words.synthetic}</p>}
      <ul>{city.twin.facts.sources.map(({ what, from, licence }, at) => (
        <li key={at}><b>{textIn(what, language)}</b><br />{textIn(from, language)}<br /><small>{textIn(licence, language)}</small></li>
      ))}</ul>
    </div>
  );
}

/** Layers with their legend, shortcuts, or sources: whichever was asked for. */
export function SidePanel() {
  const { session } = useViewer();
  const words = useWords();
  const panel = useSession((state) => state.panel);
  if (panel === 'none' || panel === 'tables' || panel === 'lighting' || panel === 'comparisons') return null;
  return (
    <section className="side panel" aria-label={words[panel]}>
      <header>
        <h2>{words[panel]}</h2>
        <button type="button" className="button" aria-label={words.close} onClick={() => session.setState({ panel: 'none' })}><Icon name="close" /></button>
      </header>
      <div className="scroll" tabIndex={0}>{panel === 'layers' ? <Layers /> : panel === 'help' ? <Shortcuts /> : <About />}</div>
    </section>
  );
}
