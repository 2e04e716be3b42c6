import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/frame.css';
import './styles/panels.css';
import './styles/lighting.css';
import './styles/comparisons.css';

createRoot(document.getElementById('app')!).render(<App />);
