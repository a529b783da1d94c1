import { fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Areas, ticks } from '../src/parts/areas';
import { Dots, placesOf } from '../src/parts/dots';
import { Figure } from '../src/parts/figure';
import { Say } from '../src/parts/say';
import { toCsv } from '../src/parts/save';
import { KEY_REST, keyTarget, readNumber, Slider } from '../src/parts/slider';
import { wordingOf, type Scale } from '../src/values';
import { sampleDots } from './samples';
import { forSeeds } from './random';

describe('dots', () => {
  test('stand in blocks by letter where nothing is set', () => {
    const base = 'CABBACABAC';
    const places = placesOf(base, 'ABC');
    expect(places.map((dot) => base[dot]).join('')).toBe('AAAABBBCCC');
    expect([...places].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('keep their place when they change their letter, and only they get a ring', () => {
    forSeeds(20, (r) => {
      const base = Array.from({ length: 100 }, () => r.pick(['A', 'B', 'C'])).join('');
      const changed = new Set(Array.from({ length: 7 }, () => r.below(100)));
      const next = [...base].map((letter, dot) => (changed.has(dot) ? (letter === 'A' ? 'B' : 'A') : letter)).join('');
      const { container, rerender, unmount } = render(<Dots dots={base} base={base} letters="ABC" label="dots" />);
      const order = (): (string | null)[] => [...container.querySelectorAll('g[data-dot]')].map((g) => g.getAttribute('data-dot'));
      const before = order();
      expect(container.querySelectorAll('.ring')).toHaveLength(0);
      rerender(<Dots dots={next} base={base} letters="ABC" label="dots" />);
      expect(order()).toEqual(before);
      const rings = [...container.querySelectorAll('g[data-dot]')].filter((g) => g.querySelector('.ring')).map((g) => Number(g.getAttribute('data-dot')));
      expect(new Set(rings)).toEqual(changed);
      for (const dot of container.querySelectorAll('g[data-dot]')) {
        expect(dot.querySelector('text')?.textContent).toBe(next[Number(dot.getAttribute('data-dot'))]);
      }
      // The same once more is no change, and the rings that fade are not begun again.
      const ring = container.querySelector('.ring');
      rerender(<Dots dots={next} base={base} letters="ABC" label="other words" />);
      expect(container.querySelector('.ring')).toBe(ring);
      unmount();
    });
  });

  test('keep the rings of a moment ago while they fade', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { container, rerender } = render(<Dots dots="AAAA" base="AAAA" letters="AB" label="dots" />);
    const ringed = (): (string | null)[] => [...container.querySelectorAll('.ring')].map((ring) => ring.parentElement?.getAttribute('data-dot') ?? null);
    rerender(<Dots dots="BAAA" base="AAAA" letters="AB" label="dots" />);
    vi.advanceTimersByTime(1000);
    rerender(<Dots dots="BBAA" base="AAAA" letters="AB" label="dots" />);
    expect(ringed()).toEqual(['0', '1']);
    vi.advanceTimersByTime(2000);
    rerender(<Dots dots="BBAB" base="AAAA" letters="AB" label="dots" />);
    expect(ringed()).toEqual(['1', '3']);
    vi.useRealTimers();
  });

  test('are one picture with words to a screen reader', () => {
    render(<Dots dots={sampleDots([50, 30, 20])} base={sampleDots([50, 30, 20])} letters="ABC" label="100 dots: 50 A" />);
    expect(screen.getByRole('img', { name: '100 dots: 50 A' })).toBeTruthy();
  });
});

const SCALE: Scale = { from: 0, to: 10, step: 0.1 };

describe('a slider', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function Held({ onLeave = () => undefined, text = '4 to 7' }: { readonly onLeave?: (value: number) => void; readonly text?: string }) {
    const [value, setValue] = useState(5.55);
    return <Slider label="Stake" scale={SCALE} low={4} high={7} value={value} wording={wordingOf(text)} onMove={setValue} onLeave={() => onLeave(value)} />;
  }
  const handle = (): HTMLInputElement => screen.getByRole('slider', { name: 'Stake' });
  const box = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Stake, as a number' });

  test('moves by keys, and its box says the same', () => {
    render(<Held />);
    expect(handle().value).toBe('5.55');
    for (const [key, value] of [
      ['ArrowRight', '5.6'], ['ArrowUp', '5.7'], ['ArrowLeft', '5.6'], ['ArrowDown', '5.5'], ['PageUp', '6.5'], ['PageDown', '5.5'], ['End', '10'], ['ArrowRight', '10'], ['Home', '0'], ['PageDown', '0'],
    ] as const) {
      fireEvent.keyDown(handle(), { key });
      expect(handle().value).toBe(value);
      expect(box().value).toBe(value);
    }
    expect(keyTarget('a', SCALE, 5)).toBeNull();
  });

  test('the hand has left when it is lifted, and some time after the last key', () => {
    const left = vi.fn();
    render(<Held onLeave={left} />);
    fireEvent.input(handle(), { target: { value: '6.04' } });
    expect(handle().value).toBe('6');
    expect(left).not.toHaveBeenCalled();
    fireEvent.change(handle());
    expect(left).toHaveBeenLastCalledWith(6);
    fireEvent.keyDown(handle(), { key: 'ArrowRight' });
    fireEvent.keyDown(handle(), { key: 'ArrowRight' });
    vi.advanceTimersByTime(KEY_REST - 1);
    expect(left).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(left).toHaveBeenLastCalledWith(6.2);
    fireEvent.blur(handle());
    expect(left).toHaveBeenCalledTimes(2);
  });

  test('a number that is typed counts when it is finished, and one that is none is marked', () => {
    const left = vi.fn();
    render(<Held onLeave={left} />);
    fireEvent.input(box(), { target: { value: '6.' } });
    expect(handle().value).toBe('5.55');
    fireEvent.input(box(), { target: { value: 'six' } });
    expect(box().getAttribute('aria-invalid')).toBe('true');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(handle().value).toBe('5.55');
    fireEvent.input(box(), { target: { value: '6.25' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(handle().value).toBe('6.25');
    expect(left).toHaveBeenCalledTimes(1);
  });

  test('says its value with its unit', () => {
    render(<Held text="every 1 to 3 weeks" />);
    expect(handle().getAttribute('aria-valuetext')).toBe('every 5.55 weeks');
  });

  test('numbers are read as people write them', () => {
    expect([readNumber(' 30% ', true), readNumber('0,5', false), readNumber('.5', false), readNumber('120', true), readNumber('-1', false), readNumber('', false)]).toEqual([30, 0.5, 0.5, null, null, null]);
  });
});

describe('a figure', () => {
  const table = { columns: ['Outcome', 'In 100'], rows: [['A North, "so"', 0.4567], ['=B', -0.1]] };

  test('has its table behind a button', () => {
    render(
      <Figure name="odds" finding="North is likeliest." table={table} sources="Exact odds." show={(cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell)}>
        <svg />
      </Figure>,
    );
    expect(screen.queryByRole('table')).toBeNull();
    const button = screen.getByRole('button', { name: 'Table' });
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('table', { name: 'North is likeliest.' })).toBeTruthy();
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['Outcome', 'In 100']);
    expect(screen.getByRole('rowheader', { name: '=B' })).toBeTruthy();
    expect(screen.getByText('0.5')).toBeTruthy();
    fireEvent.click(button);
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('gives its numbers away unrounded, and no formula', () => {
    expect(toCsv(table)).toBe('Outcome,In 100\n"A North, ""so""",0.4567\n\'=B,-0.1\n');
  });
});

test('areas fill the whole, and letters stand where there is room', () => {
  const { container } = render(
    <Areas unit="week" letters="ABC" label="odds over time" over={[{ t: 0, outcomes: [0, 0, 1] }, { t: 13, outcomes: [0.3, 0.3, 0.4] }, { t: 26, outcomes: [0.69, 0.3, 0.01] }]} />,
  );
  const areas = [...container.querySelectorAll('polygon')].map((p) => p.getAttribute('points')?.split(' ') ?? []);
  expect(areas).toHaveLength(3);
  // The lower edge of each is the upper edge of the next.
  for (let k = 0; k + 1 < areas.length; k++) expect(areas[k]?.slice(3).reverse()).toEqual(areas[k + 1]?.slice(0, 3));
  expect([...container.querySelectorAll('text')].map((t) => t.textContent).filter((t) => /^[ABC]$/.test(t ?? ''))).toEqual(['A', 'B', 'C']);
});

test('an axis has at most eight steps and ends at the horizon', () => {
  expect(ticks(26)).toEqual([0, 5, 10, 15, 20, 26]);
  expect(ticks(10)).toEqual([0, 2, 4, 6, 8, 10]);
  for (let end = 1; end < 400; end += 7) {
    const all = ticks(end);
    expect(all.at(-1)).toBe(end);
    expect(all.length).toBeLessThanOrEqual(9);
  }
});

test('words of the file stand out in sentences', () => {
  const { container } = render(<Say words="Maybe `each week`, not `per week`." />);
  expect(container.innerHTML).toBe('Maybe <code>each week</code>, not <code>per week</code>.');
});
