import { render } from 'preact';
import { Shell } from './shell';
import { start } from './state';
import { usualTheme } from './theme';

usualTheme();
start();
const root = document.getElementById('app');
if (root) render(<Shell />, root);
