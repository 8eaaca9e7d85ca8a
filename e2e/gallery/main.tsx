import '@fontsource-variable/inter/index.css';
import '#charts/theme.css';
import './gallery.css';
import { createRoot } from 'react-dom/client';
import { Gallery } from './Gallery.tsx';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Gallery />);
