import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Shell } from '../src/shell';
import { start, view } from '../src/state';
import { sampleBoard } from './samples';

interface Asked {
  readonly path: string;
  readonly body: { name?: string; answers?: Record<string, string>; text?: string; as?: string };
}

let asked: Asked[];
/** Questions wait until they are let go; by the answers that they were asked with. */
let held: { readonly answers: Record<string, string>; readonly answer: () => void }[] | null;
let stop: () => void = () => undefined;

const IDS = ['who', 'changes', 'wants', 'moves', 'ends'];

function interview(answers: Record<string, string> = {}): unknown {
  const bad = (id: string): boolean => (answers[id] ?? '').includes('!');
  return {
    questions: IDS.map((id) => ({
      id,
      asks: `What of ${id}?`,
      how: 'In words.',
      example: 'Ann, Bob',
      otherwise: `made-up ${id}`,
      answer: answers[id] ?? '',
      complaints: bad(id) ? [`“${answers[id]}” is not understood.`] : [],
    })),
    understood: !IDS.some(bad),
    text: `# of ${Object.values(answers).join(' ')}\n`,
    guessed: IDS.filter((id) => !answers[id]),
    board: ['who', 'changes', 'wants'].every((id) => answers[id]) ? sampleBoard({ sentence: `It goes as ${answers['who']} likes.` }) : null,
  };
}

beforeEach(() => {
  asked = [];
  held = null;
  const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
  vi.stubGlobal('fetch', (url: string, request?: RequestInit) => {
    const { pathname: path } = new URL(url, 'http://127.0.0.1');
    const body = JSON.parse(typeof request?.body === 'string' ? request.body : '{}') as Asked['body'];
    asked.push({ path, body });
    switch (path) {
      case '/api/v1/library':
        return Promise.resolve(json({ version: '0', folder: '/f', open: null, scenarios: [{ id: 'classic', title: 'A classic', shipped: true, broken: null }] }));
      case '/api/v1/new/questions':
        if (held === null) return Promise.resolve(json(interview(body.answers)));
        return new Promise((resolve) => held?.push({ answers: body.answers ?? {}, answer: () => resolve(json(interview(body.answers))) }));
      case '/api/v1/new':
        return Promise.resolve(body.name === 'taken' ? json({ error: 'There is a scenario called taken already.' }, 409) : json({ id: body.name, hash: 'h' }));
      case '/api/v1/s/classic/file':
        return Promise.resolve(json({ text: 'the text\n', hash: 'h' }));
      case '/api/v1/s/classic/save':
        return Promise.resolve(json({ id: body.as, hash: 'h' }));
      default:
        return Promise.resolve(json({ error: 'There is nothing called so.' }, 404));
    }
  });
});

afterEach(() => {
  cleanup();
  stop();
  vi.unstubAllGlobals();
});

async function open(): Promise<void> {
  window.history.replaceState(null, '', '/new');
  stop = start();
  render(<Shell />);
  await screen.findByRole('textbox', { name: '1. What of who?' });
}

const answer = (id: string, text: string): boolean =>
  fireEvent.input(screen.getByRole('textbox', { name: new RegExp(`What of ${id}`) }), { target: { value: text } });

test('odds come after the third answer, and what is made up is marked', async () => {
  await open();
  expect(screen.getByText(/After the third answer/)).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /What of moves/ }).placeholder).toBe('made-up moves');
  answer('who', 'Ann');
  answer('changes', 'war');
  answer('wants', 'peace');
  expect(await screen.findByText('It goes as Ann likes.')).toBeTruthy();
  expect(document.querySelectorAll('.guessed')).toHaveLength(2);
  expect(document.querySelector('pre')?.textContent).toBe('# of Ann war peace\n');
  // All that was typed in one go is one question.
  expect(asked.filter(({ path }) => path.endsWith('questions'))).toHaveLength(2);
});

test('a complaint stands beside its question, and nothing is made of it', async () => {
  await open();
  answer('changes', 'war!');
  const complaint = await screen.findByText('“war!” is not understood.');
  expect(complaint.closest('.ask')?.textContent).toContain('What of changes?');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Make it' }).disabled).toBe(true);
});

test('late answers are dropped', async () => {
  await open();
  held = [];
  answer('who', 'Ann');
  await waitFor(() => expect(held).toHaveLength(1));
  answer('who', 'Bob');
  await waitFor(() => expect(held).toHaveLength(2));
  held[1]?.answer();
  await waitFor(() => expect(document.querySelector('pre')?.textContent).toBe('# of Bob\n'));
  held[0]?.answer();
  await new Promise((done) => setTimeout(done, 30));
  expect(document.querySelector('pre')?.textContent).toBe('# of Bob\n');
});

test('it is made under its name, and a taken one is told', async () => {
  await open();
  const name = screen.getByRole('textbox', { name: 'What is it called?' });
  fireEvent.input(name, { target: { value: 'The Valley!' } });
  fireEvent.change(name);
  expect((name as HTMLInputElement).value).toBe('the-valley');
  fireEvent.input(name, { target: { value: 'taken' } });
  answer('who', 'Ann');
  const make = screen.getByRole<HTMLButtonElement>('button', { name: 'Make it' });
  await waitFor(() => expect(make.disabled).toBe(false));
  fireEvent.click(make);
  expect(await screen.findByText('There is a scenario called taken already.')).toBeTruthy();
  // A reload keeps what was answered.
  cleanup();
  stop();
  await open();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /What of who/ }).value).toBe('Ann');
  fireEvent.input(screen.getByRole('textbox', { name: 'What is it called?' }), { target: { value: 'valley' } });
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Make it' }).disabled).toBe(false));
  fireEvent.click(screen.getByRole('button', { name: 'Make it' }));
  await waitFor(() => expect(view.value).toMatchObject({ id: 'valley', page: '' }));
  expect(asked.find(({ path, body }) => path === '/api/v1/new' && body.name === 'valley')?.body.answers).toEqual({ who: 'Ann' });
});

test('a shipped scenario is copied under a name of one’s own', async () => {
  await open();
  const copy = await screen.findByRole('button', { name: 'Copy' });
  await waitFor(() => expect((copy as HTMLButtonElement).disabled).toBe(false));
  fireEvent.click(copy);
  await waitFor(() => expect(view.value.id).toBe('my-classic'));
  expect(asked.find(({ path }) => path.endsWith('/save'))?.body).toEqual({ text: 'the text\n', as: 'my-classic' });
});
