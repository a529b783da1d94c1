// Odds between worlds that were solved, and a hundred dots that follow them. The arithmetic is that of
// ResponseSurface.java, the numbers are its own; the page asks nobody for anything.

const data = JSON.parse(document.getElementById('try-data').textContent);
const figure = document.getElementById('try-it');
const ranges = [...figure.querySelectorAll('input[type=range]')];
const boxes = [...figure.querySelectorAll('input[type=number]')];
const rows = [...figure.querySelectorAll('.key li')];
const names = rows.map(row => row.querySelector('.name').textContent);
const letters = rows.map(row => row.querySelector('.letter').textContent);
const solvedWords = rows.map(row => row.querySelector('.value').textContent);
const said = document.getElementById('try-said');
const values = data.axes.map(axis => axis.at[1]);

/** How far a value has gone: -1 at its low end, 0 in the middle, 1 at its high end. */
function gone(axis, value) {
  const [low, middle, high] = axis.at;
  if (value === middle) return 0;
  return value < middle ? (value - middle) / (middle - low) : (value - middle) / (high - middle);
}

/** The odds of all outcomes. */
function odds(moved) {
  if (moved.every(t => t === 0)) return data.middle;
  const z = [...data.origin];
  moved.forEach((t, j) => {
    const { straight, change } = data.axes[j];
    const end = t < 0 ? 0 : 1;
    const way = Math.abs(t);
    for (let k = 0; k < z.length; k++) {
      z[k] += straight[end][k] * way + (change[end][k] - straight[end][k]) * way * way;
    }
  });
  const main = Math.min(1, Math.max(0, (1 + 2 * data.edge) / (1 + Math.exp(-z[data.main])) - data.edge));
  const weights = z.map((each, k) => k === data.main ? 0 : Math.exp(each));
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight, k) =>
    k === data.main ? 0 : Math.max(0, weight / sum * (1 + (z.length - 1) * data.edge) - data.edge));
  const others = shares.reduce((a, b) => a + b, 0);
  return shares.map((share, k) => k === data.main ? main : (1 - main) * share / others);
}

/** Whole shares of a hundred by largest remainder, the earlier outcome first on a tie. */
function apportion(p) {
  const sum = p.reduce((a, b) => a + b, 0);
  const exact = p.map(each => each / sum * 100);
  const counts = exact.map(each => Math.floor(each + 1e-9));
  const left = Math.max(0, 100 - counts.reduce((a, b) => a + b, 0));
  exact.map((each, k) => [each - counts[k], k])
    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
    .slice(0, left)
    .forEach(([, k]) => counts[k]++);
  return counts;
}

/** The dots with as many of each outcome as wanted, no more of them changed than that takes: the last ones. */
function mended(before, wanted) {
  const now = [...before];
  const missing = [...wanted];
  before.forEach(k => missing[k]--);
  wanted.forEach((_, to) => {
    for (let dot = now.length - 1; missing[to] > 0; dot--) {
      if (missing[now[dot]] < 0 && now[dot] === before[dot]) {
        missing[now[dot]]++;
        missing[to]--;
        now[dot] = to;
      }
    }
  });
  return now;
}

/** Odds as people read them; 0 and 100 only where nothing else is possible. */
function in100(p) {
  if (p <= 0) return '0';
  if (p >= 1) return '100';
  if (p < 0.0005) return '<0.1';
  if (p > 0.9995) return '>99.9';
  return (100 * p).toFixed(p < 0.0295 || p > 0.9705 ? 1 : 0);
}

/** A value of a slider in the words of the file, to four digits; of one there is no plural. */
function words(j, value) {
  const { before, after } = ranges[j].dataset;
  const digits = Number(value.toPrecision(4));
  return before + digits + (digits === 1 ? after.replace(/^( [a-z]+)s$/, '$1') : after);
}

const first = apportion(data.middle).flatMap((count, k) => Array(count).fill(k));
const dots = first.map((_, place) => {
  const draw = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  };
  const x = (place % 10 + 0.5) * 32;
  const y = (Math.floor(place / 10) + 0.5) * 32;
  const dot = draw('g', {});
  dot.append(
    draw('circle', { class: 'tint', cx: x, cy: y, r: 12 }),
    draw('circle', { class: 'ring', cx: x, cy: y, r: 14.6 }),
    draw('text', { class: 'ink', x, y: y + 4.5, 'font-size': 13, 'font-weight': 700, 'text-anchor': 'middle' }));
  document.getElementById('try-dots').append(dot);
  return dot;
});

function sentence(p, solved, changed) {
  const k = data.main;
  const before = solvedWords[k];
  const there = `${solved ? '' : '≈ '}${in100(p[k])} in 100 end in “${names[k]}”`;
  const ground = solved ? 'These odds were solved.' : 'Approximate.';
  const from = in100(p[k]) === before ? `, as with every judgement at its middle` : `; ${before} with every judgement at its middle`;
  return `${there}${from}. ${changed === 1 ? 'One dot has' : `${changed || 'No'} dots have`} changed. ${ground}`;
}

let speaking = 0;

function show() {
  const moved = data.axes.map((axis, j) => gone(axis, values[j]));
  const p = odds(moved);
  const away = moved.filter(t => t !== 0);
  const solved = away.length === 0 || away.length === 1 && Math.abs(away[0]) === 1;
  const now = mended(first, apportion(p));
  dots.forEach((dot, place) => {
    const moved = now[place] !== first[place];
    dot.setAttribute('class', `c${now[place] % 6}${moved ? ' moved' : ''}`);
    dot.lastChild.textContent = letters[now[place]];
  });
  rows.forEach((row, k) => {
    const text = away.length === 0 ? solvedWords[k] : in100(p[k]);
    row.querySelector('.value').textContent = (solved ? '' : '≈ ') + text;
    row.querySelector('.was').textContent = text === solvedWords[k] ? '' : `from ${solvedWords[k]}`;
  });
  values.forEach((value, j) => ranges[j].setAttribute('aria-valuetext', words(j, value)));
  const changed = now.filter((k, place) => k !== first[place]).length;
  document.getElementById('try-dots-d').textContent = names
    .map((name, k) => `${now.filter(each => each === k).length} dots ${letters[k]} · ${name}`)
    .join(', ') + `; ${changed} of them changed.`;
  figure.dataset.odds = p.join(' ');
  const say = () => { said.textContent = sentence(p, solved, changed); };
  clearTimeout(speaking);
  // Said when the hand rests: a reader aloud is not to stumble after every step. What is hidden is not said at all.
  if (figure.hidden) say();
  else speaking = setTimeout(say, 250);
}

/** The slider stands on a step of its own; what counts is the value. */
function set(j, value, from) {
  const [low, , high] = data.axes[j].at;
  values[j] = Math.min(high, Math.max(low, value));
  if (from !== ranges[j]) ranges[j].value = values[j];
  if (from !== boxes[j]) boxes[j].value = Number(values[j].toPrecision(6));
  show();
}

ranges.forEach((range, j) => range.addEventListener('input', () => set(j, Number(range.value), range)));
boxes.forEach((box, j) => {
  box.addEventListener('input', () => { if (Number.isFinite(box.valueAsNumber)) set(j, box.valueAsNumber, box); });
  // What was typed beyond an end, or is no number, becomes what counts.
  box.addEventListener('change', () => set(j, Number.isFinite(box.valueAsNumber) ? box.valueAsNumber : values[j]));
});
document.getElementById('try-reset').addEventListener('click', () =>
  data.axes.forEach((axis, j) => set(j, axis.at[1])));

data.axes.forEach((axis, j) => set(j, axis.at[1]));
document.getElementById('try-still').hidden = true;
document.getElementById('try-ends').open = false;
figure.hidden = false;
