// The pages with what the API says of a real scenario: test/fixtures.
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { readFileSync } from 'node:fs';
import type { ComponentChild } from 'preact';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Claims, Matters, Paths, Policies, Situation } from '../src/answers';
import { article, paragraphAt, paragraphsOf } from '../src/claims/article';
import type { Sheet } from '../src/contract';
import { barsOf, changeWords, reach, sorted, weight } from '../src/matters/bars';
import { ClaimsOf } from '../src/pages/claims';
import { MattersOf } from '../src/pages/matters';
import { PathsOf } from '../src/pages/paths';
import { PoliciesOf } from '../src/pages/policies';
import { Brief } from '../src/pages/report';
import { SituationOf } from '../src/pages/situation';
import { rowsShown, stretches } from '../src/paths/lanes';
import { pointsOf, timeWords } from '../src/paths/words';
import { walked } from '../src/parts/walk';
import { durationWords, solvedOf } from '../src/parts/work';
import { stacked } from '../src/policies/grid';
import { extent, quantile } from '../src/policies/strip';
import { wrapped } from '../src/situation/map';
import { linesShown, weightWords } from '../src/situation/ties';
import { judgements, sheet, view } from '../src/state';
import { LIBRARY } from '../src/view';

function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(`test/fixtures/${name}.json`, 'utf8')) as T;
}

function show(page: string, content: ComponentChild): HTMLElement {
  view.value = { ...LIBRARY, id: 'two-neighbours', page };
  return render(<>{content}</>).container as HTMLElement;
}

beforeEach(() => {
  sheet.value = fixture<Sheet>('sheet');
  view.value = { ...LIBRARY, id: 'two-neighbours' };
  window.history.replaceState(null, '', '/s/two-neighbours');
  article.value = null;
});

describe('pathways', () => {
  const paths = fixture<Paths>('paths');

  test('tell how it comes about in the words of the brief', () => {
    show('paths', <PathsOf paths={paths} whole />);
    expect(screen.getByText(/19 of 1000 such crises stand at “A truce holds”/)).toBeTruthy();
    expect(screen.getByText('On the commonest way, that of 86 of 100 that end so, war to truce about week 16.')).toBeTruthy();
    expect(screen.getByText(/Carries it: if it were never made there/, { selector: 'li:first-child' })).toBeTruthy();
    expect(screen.getByText(/have a clear error on them/)).toBeTruthy();
  });

  test('lay a decision open: options, odds, what speaks for it and against', () => {
    const page = show('paths', <PathsOf paths={paths} whole />);
    const card = page.querySelector<HTMLElement>('.decision-list > li');
    expect(card?.textContent).toContain('Why not wait?');
    const options = within(card as HTMLElement).getAllByRole('table')[0];
    expect([...(options?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent)).toEqual(['wait970', 'sign A deal2.5−0.32', 'attack0.8−0.57', 'withdraw<0.1−1.8']);
    expect(card?.querySelectorAll('.split .full.c0')).toHaveLength(1);
    expect(card?.querySelectorAll('.split .edge.c1[fill^="url(#"]')).toHaveLength(2);
  });

  test('before errors are known stories are told alone', () => {
    const early: Paths = { ...paths, error: null, pivotal: [], decisions: [], told: { ...paths.told, error: [] } };
    const page = show('paths', <PathsOf paths={early} whole={false} />);
    expect(page.querySelectorAll('.story')).toHaveLength(2);
    expect(screen.getByText(/is being worked out/)).toBeTruthy();
  });

  test('lanes show the rows that the story moves', () => {
    expect(paths.lanes && rowsShown(paths, paths.lanes).map((row) => row.row)).toEqual(['war']);
    expect(stretches([[1, 0], [0.4, 0.6], [0.3, 0.7], [0.9, 0.1]])).toEqual([
      { level: 0, from: 0, to: 0 },
      { level: 1, from: 1, to: 2 },
      { level: 0, from: 3, to: 3 },
    ]);
  });

  test('times and points are rounded as the brief rounds them', () => {
    expect([5.7087, 15.6, 2.0].map(timeWords)).toEqual(['5.7', '16', '2']);
    expect([1.26, -0.317, 0.05, 0.0002].map(pointsOf)).toEqual(['+1.3', '−0.32', '+0.050', '0']);
  });
});

describe('policies', () => {
  const policies = fixture<Policies>('policies');

  test('stand side by side, with a strip each', () => {
    const page = show('policies', <PoliciesOf policies={policies} />);
    expect(screen.getByText('Each policy meets the same 16 worlds: the median world, and in brackets the middle 90% of worlds.', { exact: false })).toBeTruthy();
    expect(page.querySelectorAll('#outcomes ~ .scroll tbody tr')).toHaveLength(3);
    expect(page.querySelectorAll('#outcomes ~ .scroll circle')).toHaveLength(3 * 16);
    expect(screen.getByText(/“The pact is dear to break” has the highest in 94% of worlds, and falls behind least/)).toBeTruthy();
  });

  test('are held against each other world by world', () => {
    const page = show('policies', <PoliciesOf policies={policies} />);
    const rows = [...page.querySelectorAll('#between ~ .scroll tbody tr')].map((row) => row.textContent);
    expect(rows[0]).toBe('A A truce holds0 (−20 to 0)6%0 (−20 to 0)0 (0 to +0.6)');
  });

  test('the difference turned round is its mirror image', async () => {
    show('policies', <PoliciesOf policies={policies} />);
    view.value = { ...view.value, policy: 'dear', with: 'mild' };
    expect(await screen.findByText(/“Attacks cost more” less “The pact is dear to break” in the same world/)).toBeTruthy();
    const row = [...document.querySelectorAll('#between ~ .scroll tbody tr')][0];
    expect(row?.textContent).toContain('0 (−20 to 0)');
  });

  test('where no world is solved there is nothing to compare', () => {
    show('policies', <PoliciesOf policies={{ ...policies, compared: 0 }} />);
    expect(screen.getByText(/no world so far in which every policy could be solved/)).toBeTruthy();
  });

  test('strips are drawn on one line, and can be taken away together', () => {
    expect(quantile([1, 2, 4], 0.5)).toBe(2);
    expect(quantile([1, 2], 0.25)).toBe(1.25);
    expect(extent([[3, 1], [7]])).toEqual([1, 7]);
    expect(extent([[]])).toEqual([0, 0]);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    expect(stacked([{ name: 'a < b', svg }])).toContain('a &#60; b');
  });
});

describe('claims', () => {
  const claims = fixture<Claims>('claims');

  test('are shown with verdict, test, what was found and where to edit it', () => {
    show('claims', <ClaimsOf claims={claims} />);
    const card = document.getElementById('claim-talk');
    expect(card?.textContent).toContain('depends');
    expect(card?.textContent).toContain('true in 50% of 16 worlds');
    expect(card?.textContent).toContain('Found: 0 (−20 to 0) points.');
    expect(card?.textContent).toContain('Splits on north wants war is offensive at 3.3');
    expect(card?.querySelector('a')?.getAttribute('href')).toBe('/s/two-neighbours/edit?line=39');
  });

  test('can be filtered by verdict', async () => {
    show('claims', <ClaimsOf claims={claims} />);
    fireEvent.click(screen.getByRole('button', { name: /untestable 1/ }));
    expect(location.search).toBe('?verdict=untestable');
    await screen.findByText('Honour is no row of the board.');
    expect(document.querySelectorAll('.claim')).toHaveLength(1);
    expect(screen.getByRole('button', { name: /fails 0/ }).hasAttribute('disabled')).toBe(true);
  });

  test('the article is read here, its paragraphs linked with the claims, and never sent', async () => {
    const page = show('claims', <ClaimsOf claims={claims} />);
    const file = new File(['First of all,\nit is war.\n\nThe second.\r\n\r\n  \r\nThe third.\n'], 'article.txt', { type: 'text/plain' });
    const input = page.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [file] });
    fireEvent.change(input);
    expect(await screen.findByText('First of all, it is war.')).toBeTruthy();
    expect(article.value?.paragraphs).toHaveLength(3);
    const second = document.getElementById('p2');
    expect([...(second?.querySelectorAll('a') ?? [])].map((link) => link.textContent)).toEqual(['depends: pact-deters', 'holds: spreads']);
    expect(document.querySelector('#claim-talk .at')?.getAttribute('href')).toBe('#p1');
    expect(localStorage).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: 'Put it away' }));
    expect(article.value).toBeNull();
  });

  test('paragraphs are what blank lines part', () => {
    expect(paragraphsOf('\uFEFFa\nb\n\n\n c \n \n')).toEqual(['a b', 'c']);
    expect([paragraphAt('article p4'), paragraphAt('article'), paragraphAt('article p12 of 20')]).toEqual([4, null, 12]);
  });
});

describe('what matters', () => {
  const matters = fixture<Matters>('matters');

  test('is a tornado, hatched by what each bar rests on', () => {
    const page = show('matters', <MattersOf matters={matters} />);
    expect(screen.getByText(/7 guesses carry 74% of the spread that 64 worlds explain/)).toBeTruthy();
    const grounds = barsOf(matters, judgements.value).map((bar) => bar.ground);
    expect(page.querySelectorAll('.tornado .full')).toHaveLength(grounds.filter((one) => one === 'sourced').length);
    expect(page.querySelectorAll('.tornado .edge.c0')).toHaveLength(grounds.filter((one) => one === 'guess').length);
    expect(page.querySelectorAll('.tornado .edge.c1')).toHaveLength(grounds.filter((one) => one === 'unsourced').length);
  });

  test('bars are walked by keys, and Enter offers the slider', async () => {
    show('matters', <MattersOf matters={matters} />);
    const picture = screen.getByRole('group', { name: /Arrow keys walk/ });
    fireEvent.keyDown(picture, { key: 'ArrowDown' });
    expect(picture.querySelector('.walked')?.textContent).toMatch(/^1\. What The north gains while war is offensive, guess: \+19/);
    fireEvent.keyDown(picture, { key: 'Enter' });
    const link = await screen.findByText('The Board at 5');
    expect(link.getAttribute('href')).toBe('/s/two-neighbours?set=north+wants+war+is+offensive%3D5');
    expect(location.search).toBe('?at=north+wants+war+is+offensive');
  });

  test('is sorted by effect, by what guesses carry, by what learning tells', () => {
    const bars = barsOf(matters, judgements.value);
    const byEffect = sorted(bars, 'effect');
    byEffect.slice(1).forEach((bar, k) => expect(reach(bar)).toBeLessThanOrEqual(reach(byEffect[k] as (typeof bars)[number])));
    const byGuess = sorted(bars, 'guess');
    const lastGuess = byGuess.map((bar) => bar.ground !== 'sourced').lastIndexOf(true);
    expect(byGuess.findIndex((bar) => bar.ground === 'sourced')).toBe(lastGuess + 1);
    const learning = sorted(bars, 'learning').map((bar) => bar.index?.learning ?? -1);
    expect([...learning].sort((a, b) => b - a)).toEqual(learning);
    expect(bars.every((bar) => weight(bar, bars) >= 0 && weight(bar, bars) <= 1)).toBe(true);
    expect([changeWords(0.194, true), changeWords(-0.0004, true), changeWords(0, true), changeWords(-0.81, false)]).toEqual(['+19.4', '−0.04', '0', '−0.81']);
  });
});

describe('the situation', () => {
  const situation = fixture<Situation>('situation');

  test('marks who was chosen in all three panels', async () => {
    const page = show('situation', <SituationOf situation={situation} />);
    expect(page.querySelectorAll('.network [data-mark]')).toHaveLength(3);
    view.value = { ...view.value, more: { actor: 'north' } };
    await screen.findByText('The north can move 1 of 2 rows: war.');
    expect(page.querySelector('.network .here text')?.textContent).toBe('NOR');
    expect([...page.querySelectorAll('.tiles .here text')].map((text) => text.textContent)[0]).toBe('The border');
    expect([...page.querySelectorAll('.levels .movable')].map((level) => level.textContent)).toContain('offensive');
    expect(screen.getByText(/What it can do to others/)).toBeTruthy();
  });

  test('a level says who can bring the row there', async () => {
    show('situation', <SituationOf situation={situation} />);
    fireEvent.click(screen.getByRole('button', { name: 'offensive' }));
    expect(location.search).toBe('?level=war+offensive');
    const panel = await screen.findByText(/Who can bring war to/);
    expect(panel.closest('.level-panel')?.textContent).toContain('The north: attack while war below offensive');
    expect(panel.closest('.level-panel')?.textContent).toContain('Chance: An incident while always');
  });

  test('places carry the hatch of what binds there, and who claims them', () => {
    const page = show('situation', <SituationOf situation={situation} />);
    const [border, capital] = [...page.querySelectorAll('.tiles [data-mark]')];
    expect(border?.querySelectorAll('[fill^="url(#"]')).toHaveLength(1);
    expect(border?.textContent).toContain('claimed by The north, The');
    expect(capital?.querySelectorAll('[fill^="url(#"]')).toHaveLength(0);
    expect(screen.getByText(/binds The east to defend The south/)).toBeTruthy();
  });

  test('draws the strongest line of each pair, and all notable ones of who was chosen', () => {
    const all = linesShown(situation, null);
    expect(new Set(all.map((line) => [line.from, line.to].sort().join())).size).toBe(all.length);
    const north = linesShown(situation, 'north');
    expect(north.every((line) => line.from === 'north' || line.to === 'north')).toBe(true);
    expect(north.length).toBeGreaterThan(all.filter((line) => line.from === 'north').length);
    expect([3.25, -0.41, -13.7].map(weightWords)).toEqual(['+3', '−0.41', '−14']);
    expect(wrapped('Armenia within its recognised borders', 20, 2)).toEqual(['Armenia within its', 'recognised borders']);
    expect(wrapped('one two three four', 7, 2)).toEqual(['one two', 'three …']);
  });
});

test('the brief comes in a frame without rights, with a file to keep', () => {
  // What is in the frame is the browser's to load.
  (window as unknown as { happyDOM: { settings: { disableIframePageLoading: boolean } } }).happyDOM.settings.disableIframePageLoading = true;
  const page = show('report', <Brief report={{ url: '/api/v1/s/two-neighbours/report/brief?worlds=16', bytes: 80_670 }} />);
  const frame = page.querySelector('iframe');
  expect(frame?.getAttribute('sandbox')).toBe('allow-scripts');
  expect(frame?.getAttribute('src')).toBe('/api/v1/s/two-neighbours/report/brief?worlds=16');
  expect(screen.getByText('Download (81 kB)').getAttribute('href')).toBe('/api/v1/s/two-neighbours/report/brief?worlds=16&keep=1');
});

test('arrow keys walk marks, and stop at the ends', () => {
  expect([walked('ArrowRight', -1, 3), walked('ArrowRight', 2, 3), walked('ArrowLeft', 0, 3), walked('End', 0, 3), walked('Escape', 1, 3), walked('x', 1, 3), walked('Home', 0, 0)]).toEqual([0, 2, 0, 2, -1, null, null]);
});

test('the strip says of one game its residual, of many worlds how many are solved', () => {
  expect(solvedOf(null)).toEqual({ solved: null, residual: null, worlds: null });
  expect(solvedOf(fixture<Paths>('paths'))).toEqual({ solved: true, residual: 7.4224e-10, worlds: null });
  expect(solvedOf(fixture<Policies>('policies'))).toEqual({ solved: true, residual: null, worlds: { done: 16, all: 16, failed: 0 } });
  expect(solvedOf({ worlds: 8, solved: 0, failed: 8 })).toEqual({ solved: false, residual: null, worlds: { done: 0, all: 8, failed: 8 } });
  expect([12.2, 1, 2831].map(durationWords)).toEqual(['13 seconds', '1 second', '47 minutes']);
});
