// The judgement that was picked: where it comes from, and the ways to move it.
import type { Judgement } from '../contract';
import { Cite } from '../drawer';
import { Link } from '../parts/link';
import { view } from '../state';
import { toShown, valueText, wordingOf } from '../values';
import { withSetting } from '../view';
import { changeWords, type MatterBar } from './bars';
import { nameOf } from './tornado';

export interface PickedProps {
  readonly bar: MatterBar;
  readonly judgement: Judgement | undefined;
  readonly odds: boolean;
  readonly unit: string;
}

export function Picked({ bar, judgement, odds, unit }: PickedProps) {
  const path = bar.paths[0] ?? '';
  const wording = judgement && wordingOf(judgement.text);
  const end = (value: number): string => (wording ? valueText(wording, toShown(wording, value)) : '');
  return (
    <div class="panel picked" role="status">
      <p>
        <strong>{judgement?.title ?? nameOf(bar)}</strong> <code>{path}</code>
      </p>
      <p>
        {bar.resolved ? '' : 'To first order: '}
        {changeWords(bar.low, odds)} {unit} at its low end, {changeWords(bar.high, odds)} at its high end.
      </p>
      <p class="claim-links">
        <Cite path={path}>Its source</Cite>
        {judgement?.settable && (
          <>
            <Link to={{ page: '', more: {} }}>Its slider on the Board</Link>
            <Link to={{ page: '', more: {}, sets: withSetting(view.value.sets, path, end(judgement.low)) }}>The Board at {end(judgement.low)}</Link>
            <Link to={{ page: '', more: {}, sets: withSetting(view.value.sets, path, end(judgement.high)) }}>The Board at {end(judgement.high)}</Link>
          </>
        )}
      </p>
    </div>
  );
}
