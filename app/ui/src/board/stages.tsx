// Which stage the numbers on show are of, what is being worked out, and what the change did in each.
import type { Stage } from '../contract';
import { policyPoints, signedPoints, splitOf } from './split';
import { STAGE_WORDS } from './session';
import type { Showing } from './two-speed';

const SHOWN: Readonly<Record<Stage, string>> = {
  held: 'with plans held',
  about: 'about: actors have re-thought to first order',
  rethought: 'actors have re-thought',
  confirmed: 'checked from nothing',
};

export function Stages({ showing, outcome, letter }: { readonly showing: Showing; readonly outcome: number; readonly letter: string }) {
  const { board, working, fresh, error } = showing;
  if (!board) return null;
  const split = splitOf(board, outcome);
  const about = board.stage === 'about' ? ', about' : '';
  return (
    <div class="stage">
      {policyPoints(board, outcome) !== null && (
        <span class="part" aria-busy={!fresh ? 'true' : undefined}>
          {letter} against things as they stand: {signedPoints(policyPoints(board, outcome) ?? 0)}
        </span>
      )}
      {split && (
        <>
          <Part words={`${letter} with plans held`} points={split.held} busy={!fresh} />
          <Part words={`actors re-think${about}`} points={split.rethink} busy={!fresh || split.rethink === null} />
          {split.net !== null && <span class="net">net{about} {signedPoints(split.net)} points</span>}
        </>
      )}
      <span class="quiet">
        {SHOWN[board.stage]}
        {!fresh && (error ? ', of before this change' : ', a moment behind')}
        {working && working !== board.stage && ` · ${STAGE_WORDS[working]}…`}
      </span>
    </div>
  );
}

function Part({ words, points, busy }: { readonly words: string; readonly points: number | null; readonly busy: boolean }) {
  return (
    <span class="part" aria-busy={busy ? 'true' : undefined}>
      {words}: {points === null ? '…' : signedPoints(points)}
    </span>
  );
}
