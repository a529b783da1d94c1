// What the draft began with: values that were tried on the Board, or a draft from an earlier visit.
import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../api';
import type { Problem } from '../contract';
import { problemWords } from '../parts/trouble';
import { Say } from '../parts/say';
import { view } from '../state';
import { AS_IS } from '../view';
import { count } from '../words';
import type { Draft } from './draft';

export function Notices({ draft }: { readonly draft: Draft }) {
  return (
    <>
      <FromBoard draft={draft} />
      <Older draft={draft} />
    </>
  );
}

/** The settings of the address, put into the text once. */
function FromBoard({ draft }: { readonly draft: Draft }) {
  const [wrong, setWrong] = useState<readonly Problem[]>([]);
  const { sets, policy } = view.value;
  const key = JSON.stringify(sets);
  const ready = draft.base.value !== null && draft.problems.value?.length === 0;
  const here = ready && sets.length > 0 && draft.taken.value !== key;
  useEffect(() => {
    if (!here) return;
    const edits = sets.map(({ path, value }) => ({ path, value }));
    draft.take(key, `${count(sets.length, 'value')} from the Board`, edits).then(setWrong, (error: unknown) => {
      if (!isAbort(error)) setWrong([{ file: '', line: 0, column: 0, length: 0, found: error instanceof Error ? error.message : String(error), legal: '', advice: '' }]);
    });
  }, [here, key]);
  if (sets.length === 0 || (draft.taken.value !== key && wrong.length === 0)) return null;
  if (wrong.length > 0) {
    return (
      <div class="trouble" role="alert">
        <p>What was set on the Board could not be put into the text:</p>
        <ul>
          {wrong.map((problem, k) => (
            <li key={k}>
              <Say words={problemWords(problem)} />
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <section class="earlier" aria-label="From the Board">
      <div>
        <p>
          {count(sets.length, 'value')} from the Board came into this draft, {sets.length === 1 ? 'in place of its range' : 'each in place of its range'}; Undo takes {sets.length === 1 ? 'it' : 'them'} back.
          {policy !== AS_IS && ` In the file ${sets.length === 1 ? 'it holds' : 'they hold'} under every policy, not only under ${policy}.`}
        </p>
        <ul>
          {sets.map(({ path, value }) => (
            <li key={path}>
              <code>{path}</code>: {value}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Older({ draft }: { readonly draft: Draft }) {
  if (draft.older.value === null) return null;
  return (
    <section class="earlier" aria-label="An earlier draft">
      <p>There is a draft of yours on an older text of this file. Taken up, it stands in place of what the file says now; saving shows the difference first.</p>
      <button type="button" onClick={draft.takeOlder}>
        Take it up
      </button>
      <button type="button" onClick={draft.forgetOlder}>
        Forget it
      </button>
    </section>
  );
}
