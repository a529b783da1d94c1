import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EditorOptions } from '../src/edit/editor';
import { Shell } from '../src/shell';
import { sheet, start, steps, undo, view } from '../src/state';
import { TEXT, writer, type Writer } from './writer';

/** The editor as the page sees it: it needs a real browser to be drawn. */
const editor = vi.hoisted(() => ({ options: null as unknown, text: '', marks: [] as { from: number; to: number; message: string }[], at: [] as number[] }));
vi.mock('../src/edit/editor', () => ({
  createEditor: (_: HTMLElement, options: EditorOptions) => {
    Object.assign(editor, { options, text: options.text, marks: [], at: [] });
    return {
      setText: (text: string) => (editor.text = text),
      setMarks: (marks: typeof editor.marks) => (editor.marks = marks),
      goTo: (from: number) => editor.at.push(from),
      destroy: () => undefined,
    };
  },
}));

let server: Writer;
let stop: () => void = () => undefined;

beforeEach(() => {
  server = writer();
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
  await screen.findByRole('heading', { name: 'Judgements' });
  await waitFor(() => expect(screen.queryByText('Reading the file…')).toBeNull());
}

function again(url: string): Promise<void> {
  cleanup();
  stop();
  return open(url);
}

function type(text: string): void {
  (editor.options as EditorOptions).onText(text, 2);
}

const box = (name: string): HTMLInputElement => screen.getByRole('textbox', { name });
const put = (element: HTMLInputElement, value: string): void => {
  fireEvent.input(element, { target: { value } });
  fireEvent.change(element);
};
const status = (): string => document.querySelector('.strip .status')?.textContent ?? '';
const press = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', { name }));
const diff = (): string[] => [...document.querySelectorAll('.changes .gone, .changes .come')].map((row) => row.textContent ?? '');

test('asks about guesses first: low, high, a bet, and only then the centre', async () => {
  await open('/s/x/edit');
  expect(screen.getByRole('heading', { name: 'A truce lapses' })).toBeTruthy();
  expect(document.querySelector('.progress')?.textContent).toBe('1 of 4 · 2 are guesses');
  expect(screen.getByText(/Would you bet 9 to 1/).textContent).toBe('Would you bet 9 to 1 that it lies between 10% and 25% each week?');
  expect(screen.queryByLabelText(/look first/)).toBeNull();
  press('Yes');
  put(box('Where in it would you look first?'), '15');
  await waitFor(() => expect(document.querySelector('.questions strong')?.textContent).toBe('10% to 25% around 15% each week per guess'));
  expect(steps.value.words).toEqual(['A truce lapses: 10% to 25% each week → 10% to 25% around 15% each week']);
  put(screen.getByRole('combobox', { name: 'Source' }), 'article p9');
  await waitFor(() => expect(document.querySelector('.questions strong')?.textContent).toContain('per article p9'));
  press('Next');
  // It has a source now, and stays where it was asked.
  expect(screen.getByRole('heading', { name: 'How often South acts' })).toBe(document.activeElement);
  expect(location.search).toBe('?at=south+acts');
  press('Previous');
  expect(screen.getByRole('heading', { name: 'A truce lapses' })).toBeTruthy();
});

test('a range that is none is told at once and not kept', async () => {
  await open('/s/x/edit?at=north+wants+line');
  put(box('The lowest'), '9');
  expect(screen.getByText('The low end, 9, is above the high one, 7.')).toBeTruthy();
  expect(box('The lowest').getAttribute('aria-invalid')).toBe('true');
  put(box('The highest'), '10');
  await waitFor(() => expect(document.querySelector('.questions strong')?.textContent).toContain('9 to 10'));
  expect(screen.queryByText(/is above/)).toBeNull();
  const low = screen.getByRole('slider', { name: 'Lowest' });
  fireEvent.keyDown(low, { key: 'End' });
  // Ends never pass each other.
  expect(box('The lowest').value).toBe('10');
});

test('the grid is walked and filled by keys alone', async () => {
  await open('/s/x/edit?tab=sheet');
  const cell = (): Element | null => document.activeElement;
  const key = (name: string, more = {}): boolean => fireEvent.keyDown(cell() ?? document.body, { key: name, ...more });
  const grid = screen.getByRole('grid');
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  expect(cell()?.textContent).toBe('4');
  key('ArrowRight');
  expect(cell()?.textContent).toBe('7');
  key('ArrowDown');
  expect(cell()?.textContent).toBe('25');
  key('Home', { ctrlKey: true });
  expect(cell()?.textContent).toContain('What the line is worth to North');
  key('x');
  expect(grid.querySelector('input')).toBeNull();
  key('ArrowRight');
  key('5');
  const input = (): HTMLInputElement => grid.querySelector('input') as HTMLInputElement;
  expect(input().value).toBe('5');
  expect(cell()).toBe(input());
  key('Escape');
  expect(cell()?.textContent).toBe('4');
  expect(server.asked.some((one) => one.startsWith('edits'))).toBe(false);
  key('Enter');
  fireEvent.input(input(), { target: { value: '99' } });
  key('Enter');
  await screen.findByText('The low end, 99, is above the high one, 7.');
  fireEvent.input(input(), { target: { value: '5' } });
  key('Enter');
  await waitFor(() => expect(grid.querySelector('input')).toBeNull());
  // Done, and one row on.
  expect(cell()?.closest('tr')?.textContent).toContain('A truce lapses');
  await waitFor(() => expect(grid.querySelector('tbody tr td')?.textContent).toBe('5'));
  expect(steps.value.words).toEqual(['What the line is worth to North: 4 to 7 points → 5 to 7']);
});

test('a key right after a box opens is typed into it', async () => {
  await open('/s/x/edit?tab=sheet');
  const cell = screen.getByRole('grid').querySelector('tbody tr td.number') as HTMLElement;
  // As a browser sends it, with nobody who waits for the page to be painted.
  cell.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  await Promise.resolve();
  expect(cell.querySelector('input')).not.toBeNull();
  expect(document.activeElement).toBe(cell.querySelector('input'));
});

test('a block from a spreadsheet is one step, all or nothing', async () => {
  await open('/s/x/edit?tab=sheet');
  const grid = screen.getByRole('grid');
  const paste = (text: string): boolean =>
    fireEvent.paste(grid.querySelector('[tabindex="0"]') as Element, { clipboardData: { getData: () => text } });
  paste('5\t8\n12\t30\n');
  await waitFor(() => expect(grid.textContent).toContain('30'));
  expect(screen.getByText(/2 judgements changed/)).toBeTruthy();
  expect(steps.value.words).toEqual(['2 judgements pasted']);
  paste('north wants line\t5 to 9\nno such\t1\n');
  expect(await screen.findByText('There is no “no such” in this scenario.')).toBeTruthy();
  paste('north wants line\t6 to 9\ntruce lapses\tnever\n');
  expect(await screen.findByText('“never” is no number.')).toBeTruthy();
  expect(steps.value.words).toHaveLength(1);
  undo();
  await waitFor(() => expect(grid.querySelector('tbody tr td')?.textContent).toBe('4'));
});

test('the filter of the sheet is in the address', async () => {
  await open('/s/x/edit?guesses=only&tab=sheet');
  const rows = (): number => document.querySelectorAll('.grid tbody tr').length;
  expect(rows()).toBe(2);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Guesses only' }));
  expect(rows()).toBe(4);
  fireEvent.click(screen.getByRole('button', { name: 'Low' }));
  expect(screen.getByRole('columnheader', { name: 'Low' }).getAttribute('aria-sort')).toBe('ascending');
  fireEvent.input(screen.getByRole('searchbox', { name: 'Find' }), { target: { value: 'north' } });
  expect(location.search).toBe('?by=low&find=north&tab=sheet');
  expect(screen.getByText('1 of 4 rows')).toBeTruthy();
});

test('a bad edit is shown at its line, in the list and in the editor, and locks the other ways', async () => {
  await open('/s/x/edit?tab=yaml');
  await waitFor(() => expect(editor.text).toBe(TEXT));
  const bad = TEXT.replace('10% to 25%', 'often');
  type(bad);
  const problem = await screen.findByRole('button', { name: 'Line 3, column 15' });
  expect(problem.closest('li')?.textContent).toContain('“often” is no number. A range is 3 to 6.');
  expect(editor.marks).toMatchObject([{ from: bad.indexOf('often'), to: bad.indexOf('often') + 5 }]);
  fireEvent.click(problem);
  expect(editor.at).toEqual([bad.indexOf('often')]);
  expect(status()).toContain('1 problem, draft, not saved');
  fireEvent.click(screen.getByRole('link', { name: 'Questions' }));
  expect(await screen.findByText(/numbers can be changed here again/)).toBeTruthy();
  expect(box('The lowest').disabled).toBe(true);
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  await waitFor(() => expect(box('The lowest').disabled).toBe(false));
});

test('an answer about a text that is no longer there is dropped', async () => {
  await open('/s/x/edit?tab=yaml');
  await screen.findByText('No problems');
  server.hold = true;
  type(TEXT.replace('10% to 25%', 'often'));
  await waitFor(() => expect(server.held).toHaveLength(1));
  server.hold = false;
  type(TEXT);
  await waitFor(() => expect(status()).toContain('as in the file'));
  await screen.findByText('No problems');
  server.held[0]?.();
  await new Promise((done) => setTimeout(done, 50));
  expect(screen.getByText('No problems')).toBeTruthy();
  expect(editor.marks).toEqual([]);
});

test('undo goes back through all three ways, and a reload keeps the draft', async () => {
  await open('/s/x/edit?at=north+wants+line');
  put(box('The lowest'), '5');
  await waitFor(() => expect(steps.value.words).toHaveLength(1));
  fireEvent.click(screen.getByRole('link', { name: 'YAML' }));
  await waitFor(() => expect(editor.text).toContain('north wants line: 5 to 7 per article p5'));
  type(editor.text + '# a note\n');
  type(editor.text + '# a note and more\n');
  expect(steps.value.words).toEqual(['What the line is worth to North: 4 to 7 points → 5 to 7', 'Line 2 of the text']);
  await again('/s/x/edit?tab=yaml');
  await waitFor(() => expect(editor.text).toContain('# a note and more'));
  expect(steps.value.words).toHaveLength(2);
  press('Undo');
  expect(editor.text).toContain('5 to 7');
  expect(editor.text).not.toContain('# a note');
  press('Undo');
  expect(editor.text).toBe(TEXT);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Undo' }).disabled).toBe(true);
  press('Redo');
  expect(editor.text).toContain('5 to 7');
  expect(server.files.get('x')).toBe(TEXT);
});

test('saving shows the difference first, then the other pages have the new file', async () => {
  await open('/s/x/edit?at=north+wants+line');
  put(box('The highest'), '8');
  await waitFor(() => expect(status()).toBe('draft, not saved'));
  press('Save…');
  expect(diff()).toEqual(['2−north wants line: 4 to 7 points per article p5', '2+north wants line: 4 to 8 per article p5']);
  press('Cancel');
  expect(server.files.get('x')).toBe(TEXT);
  press('Save…');
  press('Save');
  await waitFor(() => expect(server.files.get('x')).toBe(TEXT.replace('4 to 7 points', '4 to 8')));
  await waitFor(() => expect(sheet.value?.judgements[0]?.high).toBe(8));
  expect(await screen.findByText('Saved to scenario.yaml.')).toBeTruthy();
  expect(status()).toBe('as in the file');
  // What is in the file is no draft, whatever becomes of the file.
  server.files.set('x', `${TEXT}# theirs\n`);
  await again('/s/x/edit');
  expect(screen.queryByRole('button', { name: 'Take it up' })).toBeNull();
});

test('what was saved can be taken back', async () => {
  await open('/s/x/edit?at=north+wants+line');
  put(box('The highest'), '8');
  await waitFor(() => expect(status()).toBe('draft, not saved'));
  press('Save…');
  press('Save');
  await waitFor(() => expect(status()).toBe('as in the file'));
  press('Undo');
  await waitFor(() => expect(status()).toBe('draft, not saved'));
});

test('a file that was changed meanwhile is not written over', async () => {
  await open('/s/x/edit?at=north+wants+line');
  put(box('The highest'), '8');
  await waitFor(() => expect(status()).toBe('draft, not saved'));
  server.files.set('x', `${TEXT}# theirs\n`);
  press('Save…');
  press('Save');
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByText(/has been changed since/)).toBeTruthy();
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  fireEvent.click(dialog.getByRole('button', { name: 'Load it again, keep my text' }));
  // What they wrote would go: it is shown.
  await waitFor(() => expect(diff()).toContain('6−# theirs'));
  fireEvent.click(dialog.getByRole('button', { name: 'Under another name…' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(server.files.get('x-2')).toContain('4 to 8'));
  expect(server.files.get('x')).toContain('# theirs');
  await waitFor(() => expect(view.value.id).toBe('x-2'));
});

test('what ships is saved under a name of one’s own', async () => {
  server.shipped.add('x');
  await open('/s/x/edit?at=north+wants+line');
  put(box('The highest'), '8');
  await waitFor(() => expect(status()).toBe('draft, not saved'));
  press('Save…');
  press('Save');
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Its name' });
  fireEvent.input(name, { target: { value: '../x' } });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  fireEvent.input(name, { target: { value: 'mine' } });
  press('Save');
  await waitFor(() => expect(server.files.get('mine')).toContain('4 to 8'));
  expect(server.files.get('x')).toBe(TEXT);
});

test('what was set on the Board comes in as one step', async () => {
  await open('/s/x/edit?set=north+wants+line%3D8&set=truce+lapses%3D20%25+each+week');
  expect(await screen.findByText(/2 values from the Board came into this draft/)).toBeTruthy();
  expect(steps.value.words).toEqual(['2 values from the Board']);
  await again(location.pathname + location.search);
  await waitFor(() => expect(steps.value.words).toEqual(['2 values from the Board']));
  press('Save…');
  expect(diff()).toContain('3+truce lapses: 20% each week per guess');
  press('Save');
  await waitFor(() => expect(view.value.sets).toEqual([]));
});

test('a draft on an older text of the file is offered, not lost', async () => {
  await open('/s/x/edit?at=north+wants+line');
  put(box('The highest'), '8');
  await waitFor(() => expect(status()).toBe('draft, not saved'));
  server.files.set('x', `${TEXT}# theirs\n`);
  await again('/s/x/edit');
  expect(status()).not.toContain('draft');
  press('Take it up');
  await waitFor(() => expect(steps.value.words).toEqual(['What was written at an earlier visit']));
  press('Undo');
  await waitFor(() => expect(status()).toContain('as in the file'));
});

test('a file that is no scenario can still be put right', async () => {
  server.files.set('x', TEXT.replace('10% to 25%', 'often'));
  await open('/s/x/edit?line=3');
  await waitFor(() => expect(editor.at).toHaveLength(1));
  expect(await screen.findByRole('button', { name: 'Line 3, column 15' })).toBeTruthy();
  type(TEXT);
  await screen.findByText('No problems');
  press('Save…');
  press('Save');
  await waitFor(() => expect(server.files.get('x')).toBe(TEXT));
  await waitFor(() => expect(sheet.value?.title).toBe('A small crisis'));
});
