// Two policies, world by world: what is the same in both cancels out.
import { bandOf, type Measured, type Policies, type Side } from '../answers';
import { colourClass } from '../parts/dots';
import { go, sheet, view } from '../state';
import { AS_IS } from '../view';
import { changeBand, pointsBand, share, type Band } from '../words';
import { Grid } from './grid';
import { pairOf, titleOfSide } from './names';
import { extent, numbers, quantile, Strip } from './strip';

interface Line {
  readonly id: string;
  readonly title: string;
  readonly letter: string | null;
  readonly odds: boolean;
  readonly unit: string;
  /** One less the other, in each world. */
  readonly worlds: readonly number[];
  readonly band: Band;
  readonly more: number;
  readonly held: Band | null;
  readonly rethink: Band | null;
}

export function Between({ policies }: { readonly policies: Policies }) {
  const pair = pairOf(policies);
  if (!pair) return null;
  const [one, other] = pair;
  const lines = linesOf(policies, one, other);
  const split = other.id === AS_IS && lines.some((line) => line.held !== null);
  const odds = extent(lines.filter((line) => line.odds).map((line) => [...line.worlds, 0]));
  const words = (line: Line, band: Band): string => (line.odds ? pointsBand(band) : changeBand(band));
  return (
    <section aria-labelledby="between">
      <h2 id="between">Two policies, world by world</h2>
      <div class="pair">
        <PairPicker words="Policy" value={one.id} policies={policies} not={other.id} onPick={(id) => go({ with: id }, 'replace')} />
        <PairPicker words="against" value={other.id} policies={policies} not={one.id} onPick={(id) => go({ policy: id, with: one.id }, 'replace')} />
      </div>
      <p>{sentence(lines, one, other)}</p>
      <Grid
        name={`policies-${one.id}-against-${other.id}`}
        caption={`“${titleOfSide(one)}” less “${titleOfSide(other)}” in the same world`}
        columns={[
          { name: 'What' },
          { name: 'Worlds; the dashed stroke is no change' },
          { name: 'Change', number: true },
          { name: 'More in', number: true },
          ...(split ? [{ name: 'Plans held', number: true }, { name: 'Actors re-think', number: true }] : []),
        ]}
        rows={lines.map((line) => {
          const [low, high] = line.odds ? odds : extent([[...line.worlds, 0]]);
          return {
            key: line.id,
            cells: [
              line.letter === null ? (
                `${line.title}, ${line.unit}`
              ) : (
                <>
                  <span class={`letter ${colourClass(lines.indexOf(line))}`}>{line.letter}</span> {line.title}
                </>
              ),
              <Strip zero values={line.worlds} low={low} high={high} label={`${line.title}: ${words(line, line.band)}`} />,
              words(line, line.band),
              share(line.more),
              ...(split ? [line.held ? words(line, line.held) : '–', line.rethink ? words(line, line.rethink) : '–'] : []),
            ],
          };
        })}
        csv={{
          columns: ['what', 'change', 'change_p5', 'change_p95', 'more_in', 'held', 'held_p5', 'held_p95', 'rethink', 'rethink_p5', 'rethink_p95'],
          rows: lines.map((line) => [line.id, ...cells(line.band), line.more, ...cells(line.held), ...cells(line.rethink)]),
        }}
        note={
          <>
            Odds change in points.
            {split
              ? ' Plans held: what of it is there if everybody goes on as planned. Actors re-think: the rest, once all have thought again.'
              : ' How much of it is plans held and how much re-thinking is known against the scenario as it is.'}
          </>
        }
      />
    </section>
  );
}

const cells = (band: Band | null): readonly (string | number)[] => (band ? [band.median, band.p5, band.p95] : ['', '', '']);

function linesOf(policies: Policies, one: Side, other: Side): readonly Line[] {
  const paired = (kind: 'outcomes' | 'scores', id: string): readonly number[] => {
    const [a, b] = [policies.each[one.id]?.[kind][id] ?? [], policies.each[other.id]?.[kind][id] ?? []];
    return numbers(a.map((value, k) => (value === null || typeof b[k] !== 'number' ? null : value - b[k])));
  };
  const told = policies.differences.find((each) => each.policy === one.id && each.against === other.id);
  const back = policies.differences.find((each) => each.policy === other.id && each.against === one.id);
  const bandIn = (kind: 'outcomes' | 'scores', id: string): Band => {
    if (told) return bandOf(told[kind][id]);
    const { median, p5, p95 } = bandOf(back?.[kind][id]);
    return { median: -median, p5: -p95, p95: -p5 };
  };
  const held = (bands: Readonly<Record<string, Measured>>, id: string): Band | null => (other.id === AS_IS && bands[id] ? bandOf(bands[id]) : null);
  const line = (kind: 'outcomes' | 'scores', id: string): Pick<Line, 'id' | 'worlds' | 'band' | 'more'> => {
    const worlds = paired(kind, id);
    const counted = worlds.filter((value) => value > 0).length / worlds.length;
    return { id, worlds, band: bandIn(kind, id), more: told?.[kind][id]?.more ?? counted };
  };
  return [
    ...Object.entries(policies.titles).map(([id, title], k): Line => ({
      ...line('outcomes', id),
      title,
      letter: sheet.value?.outcomes[k]?.letter ?? '',
      odds: true,
      unit: 'points',
      held: held(one.plansHeld, id),
      rethink: held(one.rethink, id),
    })),
    ...Object.entries(policies.measures).map(([id, measure]): Line => ({
      ...line('scores', id),
      title: measure.title,
      letter: null,
      odds: measure.odds,
      unit: measure.odds ? 'points' : measure.unit,
      held: held(one.scoresPlansHeld, id),
      rethink: held(one.scoresRethink, id),
    })),
  ];
}

/** What changes most among the outcomes. */
function sentence(lines: readonly Line[], one: Side, other: Side): string {
  const focus = view.value.outcome;
  const outcomes = lines.filter((line) => line.letter !== null);
  const most = outcomes.find((line) => line.id === focus) ?? [...outcomes].sort((a, b) => size(b) - size(a))[0];
  if (!most) return '';
  const up = most.more;
  return `Under “${titleOfSide(one)}” “${most.title}” is likelier than under “${titleOfSide(other)}” in ${share(up)} of worlds: ${pointsBand(most.band)} points.`;
}

const size = (line: Line): number => Math.abs(quantile([...line.worlds].sort((a, b) => a - b), 0.5)) || 0;

interface PairPickerProps {
  readonly words: string;
  readonly value: string;
  readonly not: string;
  readonly policies: Policies;
  readonly onPick: (id: string) => void;
}

function PairPicker({ words, value, not, policies, onPick }: PairPickerProps) {
  return (
    <label>
      {words}{' '}
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {policies.policies
          .filter((side) => side.id !== not)
          .map((side) => (
            <option key={side.id} value={side.id}>
              {titleOfSide(side)}
            </option>
          ))}
      </select>
    </label>
  );
}
