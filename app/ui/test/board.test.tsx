import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { policyYaml, slug } from '../src/board/keep';
import { signedPoints, splitOf } from '../src/board/split';
import { forgetMovers } from '../src/movers';
import { Shell } from '../src/shell';
import { history, start, view } from '../src/state';
import { sampleBoard } from './samples';
import { fakeServer, type FakeServer } from './server';

let server: FakeServer;
let stop: () => void = () => undefined;

beforeEach(() => {
  server = fakeServer();
  forgetMovers();
});

afterEach(() => {
  cleanup();
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function open(url: string): Promise<void> {
  window.history.replaceState(null, '', url);
  stop = start();
  render(<Shell />);
  await screen.findAllByRole('slider');
}

const lead = (): string => document.querySelector('.lead')?.textContent ?? '';
const first = (): HTMLInputElement => screen.getByRole('slider', { name: 'What the line is worth to North' });
const status = (): string => document.querySelector('.strip .status')?.textContent ?? '';

function drag(to: string): void {
  fireEvent.input(first(), { target: { value: to } });
}

test('says how it may stand, what moves it, and how sure it is', async () => {
  await open('/s/x');
  expect(lead()).toBe('North prevails in 46 of 100 such futures.');
  await waitFor(() => expect(status()).toBe('solved · residual 1e−10 · 8 of 64 worlds'));
  expect(screen.getAllByRole('slider')).toHaveLength(3);
  expect(screen.getByRole('button', { name: /A.*North prevails.*46.*35–60/ })).toBeTruthy();
  expect(document.querySelector('.because')?.textContent).toContain('It wants to.');
  expect(document.title).toBe('Board · A small crisis · Casus');
  expect(screen.getByText('Drag this. Watch the dots.')).toBeTruthy();
});

test('a drag moves dots at once, then settles, and is one edit', async () => {
  await open('/s/x');
  await waitFor(() => expect(status()).toContain('worlds'));
  drag('6');
  drag('8');
  expect(first().value).toBe('8');
  expect(server.open.size).toBe(0);
  await waitFor(() => expect(lead()).toBe('North prevails in 52 of 100 such futures.'));
  expect(document.querySelector('.stage')?.textContent).toContain('A with plans held: +10actors re-think, about: −4net, about +6 points');
  expect(document.querySelector('.stage')?.textContent).toContain('about: actors have re-thought to first order');
  await waitFor(() => expect(lead()).toBe('North prevails in 51 of 100 such futures.'));
  expect(view.value.sets).toEqual([{ path: 'north wants line', value: '8' }]);
  expect(history.value.edits).toHaveLength(0);
  fireEvent.change(first());
  await waitFor(() => expect(server.asked.at(-1)).toContain('stage=confirmed'));
  await waitFor(() => expect(document.querySelector('.stage')?.textContent).toBe('A with plans held: +10actors re-think: −5net +5 pointschecked from nothing'));
  expect(history.value.edits.map((edit) => edit.words)).toEqual(['What the line is worth to North: as written → 8']);
  expect(location.search).toBe('?set=north+wants+line%3D8');
  // Read out once it is settled, and not before.
  expect(document.querySelector('.board > [role="status"]')?.textContent).toBe('North prevails in 51 of 100 such futures.');
  expect(document.querySelectorAll('.ring').length).toBeGreaterThan(0);
});

test('undo and redo go through everything, and a reload keeps them', async () => {
  await open('/s/x');
  drag('8');
  fireEvent.change(first());
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  expect(view.value.sets).toEqual([]);
  await waitFor(() => expect(lead()).toBe('North prevails in 46 of 100 such futures.'));
  fireEvent.keyDown(document.body, { key: 'Z', metaKey: true, shiftKey: true });
  expect(location.search).toBe('?set=north+wants+line%3D8');
  cleanup();
  stop();
  await open(location.pathname + location.search);
  expect(history.value.edits).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(view.value.sets).toEqual([]);
  // Text that is being written has an undo of its own.
  const box = screen.getByRole('textbox', { name: 'What the line is worth to North, as a number' });
  fireEvent.keyDown(box, { key: 'z', ctrlKey: true, shiftKey: true });
  expect(view.value.sets).toEqual([]);
});

test('what was changed at an earlier visit is offered, not forced', async () => {
  await open('/s/x');
  drag('8');
  fireEvent.change(first());
  cleanup();
  stop();
  await open('/s/x');
  expect(view.value.sets).toEqual([]);
  expect(screen.queryByText('Drag this. Watch the dots.')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Take them up again' }));
  expect(view.value.sets).toEqual([{ path: 'north wants line', value: '8' }]);
  expect(screen.queryByText('You changed 1 assumption here before.')).toBeNull();
});

test('reset takes everything back in one edit', async () => {
  await open('/s/x?set=north+wants+line%3D8&set=truce+lapses%3D20%25+each+week');
  expect(lead()).toBe('North prevails in 51 of 100 such futures.');
  fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
  expect(view.value.sets).toEqual([]);
  expect(location.search).toBe('');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(view.value.sets).toHaveLength(2);
});

test('the drawer tells where a number comes from, and gives the focus back', async () => {
  await open('/s/x');
  const cite = screen.getByRole('button', { name: 'article p5' });
  cite.focus();
  fireEvent.click(cite);
  const drawer = await screen.findByRole('dialog');
  expect(within(drawer).getByRole('heading').textContent).toBe('What the line is worth to North');
  await waitFor(() => expect(drawer.contains(document.activeElement)).toBe(true));
  expect(drawer.textContent).toContain('4 to 7 points per article p5');
  expect(drawer.textContent).toContain('An article (p5, 2020, grade B2)');
  expect(drawer.textContent).toContain('scenario.yaml:41');
  await waitFor(() => expect(drawer.textContent).toContain('change by +14 points in 100'));
  expect(server.asked.filter((url) => url.includes('/movers'))).toHaveLength(1);
  // Round and round, never out of it.
  const stops = drawer.querySelectorAll<HTMLElement>('button, a');
  stops[stops.length - 1]?.focus();
  fireEvent.keyDown(document.activeElement ?? drawer, { key: 'Tab' });
  expect(document.activeElement).toBe(stops[0]);
  fireEvent.keyDown(document.activeElement ?? drawer, { key: 'Tab', shiftKey: true });
  expect(document.activeElement).toBe(stops[stops.length - 1]);
  fireEvent.keyDown(document.activeElement ?? drawer, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(cite);
});

test('the other assumptions are listed and filtered', async () => {
  await open('/s/x');
  const more = document.querySelector<HTMLDetailsElement>('details.more');
  expect(more?.textContent).toBe('More assumptions (1)');
  if (more) more.open = true;
  if (more) fireEvent(more, new Event('toggle'));
  expect(await screen.findByRole('slider', { name: 'What the line is worth to South' })).toBeTruthy();
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'nothing like it' } });
  await waitFor(() => expect(screen.queryByRole('slider', { name: 'What the line is worth to South' })).toBeNull());
});

test('a policy is picked, and the view is asked anew under it', async () => {
  await open('/s/x');
  fireEvent.change(screen.getByRole('combobox', { name: /Policy/ }), { target: { value: 'monitors' } });
  expect(location.search).toBe('?policy=monitors');
  await waitFor(() => expect(server.asked.some((url) => url.includes('/board?policy=monitors'))).toBe(true));
  window.history.replaceState(null, '', '/s/x');
  dispatchEvent(new PopStateEvent('popstate'));
  await waitFor(() => expect(view.value.policy).toBe('as-is'));
});

test('what cannot be worked out is told with advice, and the numbers say that they are of before', async () => {
  await open('/s/x');
  const box = screen.getByRole('textbox', { name: 'What the line is worth to North, as a number' });
  fireEvent.input(box, { target: { value: '0' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('This could not be worked out. A stake of 0 is none.Take it away instead.');
  await waitFor(() => expect(document.querySelector('.stage')?.textContent).toContain('of before this change'));
  expect(first().value).toBe('0');
  fireEvent.click(screen.getByRole('button', { name: 'Take back: What the line is worth to North' }));
  await waitFor(() => expect(lead()).toBe('North prevails in 46 of 100 such futures.'));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('a scenario that is not there is told with advice', async () => {
  window.history.replaceState(null, '', '/s/nowhere');
  stop = start();
  render(<Shell />);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('“nowhere” cannot be shown. There is no such scenario.The Library lists what there is: /.');
});

test('a thousand moves leave nothing behind', { timeout: 240_000 }, async () => {
  await open('/s/x');
  await waitFor(() => expect(status()).toContain('worlds'));
  const settle = async (): Promise<void> => {
    fireEvent.change(first());
    await waitFor(() => expect(document.querySelector('.stage')?.textContent).toContain('checked from nothing'));
    await waitFor(() => expect(status()).toContain('worlds'));
  };
  drag('8');
  await settle();
  const nodes = document.querySelectorAll('*').length;
  const added = vi.spyOn(EventTarget.prototype, 'addEventListener');
  for (let k = 0; k < 1000; k++) {
    drag(String(4 + (k % 30) / 10));
    if (k % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    // What the slider says is what is set, at every moment.
    expect(first().value).toBe(String(4 + (k % 30) / 10));
  }
  drag('8.1');
  await settle();
  expect(document.querySelectorAll('*').length).toBeLessThanOrEqual(nodes + 100);
  expect(document.querySelectorAll('.ring').length).toBeLessThanOrEqual(100);
  // Listeners of elements that were drawn anew, not one for each move.
  expect(added.mock.calls.length).toBeLessThan(200);
  expect(server.open.size).toBe(1);
  expect(lead()).toContain('North prevails in 51 of 100');
});

test('the split adds up as it is shown', () => {
  const set = { policy: 'as-is', set: ['a=1'] };
  const odds = (first: number): { id: string; title: string; letter: string; odds: number }[] => [{ id: 'a', title: '', letter: 'A', odds: first }];
  const board = sampleBoard({ view: set, base: [0.4], held: [0.444], outcomes: odds(0.384) });
  expect(splitOf(board, 0)).toEqual({ held: 4, rethink: -5.6, net: -1.6 });
  expect(splitOf({ ...board, stage: 'held', held: [0.444], outcomes: odds(0.444) }, 0)).toEqual({ held: 4, rethink: null, net: null });
  expect(splitOf({ ...board, stage: 'about' }, 0)).toEqual(splitOf(board, 0));
  expect(splitOf(sampleBoard(), 0)).toBeNull();
  expect([4, -0.6, 0].map(signedPoints)).toEqual(['+4', '−0.6', '0']);
});

test('a policy is written as the language has it', () => {
  const yaml = policyYaml('Éclair: now', { sets: [{ path: 'north wants line', value: '8' }, { path: 'a: b', value: '3 to 4 per article' }] });
  expect(yaml).toBe(
    'policies:\n  eclair-now:\n    title: "Éclair: now"\n    set:\n      north wants line: 8 per guess\n      "a: b": 3 to 4 per article\n',
  );
  expect([slug('10 days'), slug('漢字'), slug('A  b!')]).toEqual(['policy-10-days', 'what-if', 'a-b']);
});
