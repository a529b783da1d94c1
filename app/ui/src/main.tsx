import { render } from 'preact';
import { Shell } from './shell';
import { start } from './state';

start();
const root = document.getElementById('app');
if (root) render(<Shell />, root);
