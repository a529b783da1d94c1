// The strip at the top of every page: scenario, policy, how far the numbers can be believed, and what can be
// done with the view.
import { useSignal } from '@preact/signals';
import { copy } from './parts/save';
import { Link } from './parts/link';
import { showShortcuts } from './shortcuts';
import { go, redo, redoable, sheet, status, steps, undo, undoable, view, type Status } from './state';
import { nextTheme, theme } from './theme';
import { AS_IS, viewCommand } from './view';

export function Strip() {
  const now = view.value;
  return (
    <header class="strip" aria-label="This view">
      <p class="scenario">{sheet.value?.title ?? now.id}</p>
      <PolicyPicker />
      <StatusWords status={status.value} sets={now.sets.length} />
      <div class="actions">
        <button type="button" disabled={!undoable.value} onClick={undo} title="Ctrl or ⌘ and Z">
          Undo
        </button>
        <button type="button" disabled={!redoable.value} onClick={redo} title="Ctrl or ⌘, Shift and Z">
          Redo
        </button>
        <Edits />
        <CopyButton words="Copy link" text={() => location.origin + location.pathname + location.search} />
        <CopyButton words="Copy command" text={() => viewCommand(view.peek())} />
        <Link to={{ page: 'report', more: {} }} class="button">
          Report
        </Link>
        <button type="button" onClick={nextTheme} aria-label={`Light or dark: ${theme.value}`}>
          {theme.value === 'auto' ? '◐ Auto' : theme.value === 'light' ? '○ Light' : '● Dark'}
        </button>
        <button type="button" onClick={showShortcuts} aria-label="Keyboard shortcuts">
          ?
        </button>
      </div>
    </header>
  );
}

function PolicyPicker() {
  const policies = sheet.value?.policies ?? [];
  const now = view.value.policy;
  const known = policies.some((policy) => policy.id === now);
  return (
    <label class="policy">
      Policy{' '}
      <select value={now} onChange={(event) => go({ policy: event.currentTarget.value })}>
        {!known && <option value={now}>{now === AS_IS ? 'As things stand' : now}</option>}
        {policies.map((policy) => (
          <option key={policy.id} value={policy.id}>
            {policy.title}
          </option>
        ))}
      </select>
    </label>
  );
}

function StatusWords({ status: { solved, residual, worlds, busy, note }, sets }: { readonly status: Status; readonly sets: number }) {
  const words: string[] = [];
  if (busy) words.push(busy);
  else if (solved !== null) words.push(solved ? 'solved' : 'not solved');
  if (!busy && residual !== null) words.push(`residual ${residual === 0 ? '0' : residual.toExponential(0).replace('-', '−')}`);
  if (worlds) words.push(`${worlds.done} of ${worlds.all} worlds${worlds.failed > 0 ? `, ${worlds.failed} failed` : ''}`);
  if (!busy && note) words.push(note);
  if (sets > 0) words.push(`${sets} changed`);
  return (
    <p class={`status${solved === false && !busy ? ' bad' : ''}`} aria-busy={busy ? 'true' : undefined}>
      {words.join(' · ') || '…'}
    </p>
  );
}

/** The list that Undo and Redo walk. */
function Edits() {
  const { words, at } = steps.value;
  if (words.length === 0) return null;
  return (
    <details class="edits">
      <summary>
        History <span class="count">{at}</span>
      </summary>
      <ol>
        {words.map((edit, k) => (
          <li key={k} class={k < at ? undefined : 'undone'} aria-current={k === at - 1 ? 'step' : undefined}>
            {edit}
            {k >= at && ' (undone)'}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Where the clipboard is closed to the page, the text is shown to be copied by hand. */
export function CopyButton({ words, text }: { readonly words: string; readonly text: () => string }) {
  const told = useSignal<'' | 'Copied' | { readonly text: string }>('');
  async function act(): Promise<void> {
    const what = text();
    told.value = (await copy(what)) ? 'Copied' : { text: what };
    if (told.value === 'Copied') setTimeout(() => (told.value = ''), 2000);
  }
  const now = told.value;
  return (
    <span class="copy">
      <button type="button" onClick={() => void act()}>
        {now === 'Copied' ? 'Copied ✓' : words}
      </button>
      <span class="unseen" role="status">
        {now === 'Copied' ? `${words}: done` : ''}
      </span>
      {typeof now === 'object' && (
        <input class="to-copy" readOnly value={now.text} aria-label={words} onFocus={(event) => event.currentTarget.select()} onBlur={() => (told.value = '')} />
      )}
    </span>
  );
}

