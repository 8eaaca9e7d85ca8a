import '@fontsource-variable/inter/index.css';
import '#charts/theme.css';
import './gallery.css';
import { createRoot } from 'react-dom/client';
import { Gallery } from './Gallery.tsx';
import { Sheets } from './Sheets.tsx';

const root = document.getElementById('root');
const sheets = new URLSearchParams(location.search).has('sheets');
if (root !== null) createRoot(root).render(sheets ? <Sheets /> : <Gallery />);
