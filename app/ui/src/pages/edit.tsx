// Judgements: questions, sheet and text, three ways to one draft. Nothing is in the file before it is saved.
import { effect } from '@preact/signals';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { asApiError, getSheet, isAbort, type ApiError } from '../api';
import type { Saved } from '../edit/api';
import { draftOf, type Draft } from '../edit/draft';
import { Notices } from '../edit/notices';
import { Questions } from '../edit/questions';
import { SaveDialog } from '../edit/save';
import { SheetTab } from '../edit/sheet';
import { Yaml } from '../edit/yaml';
import { Link } from '../parts/link';
import { Trouble } from '../parts/trouble';
import { go, ownSteps, sheet, takeSheet, tell, view } from '../state';
import { count } from '../words';

const TABS = [
  { id: 'questions', name: 'Questions' },
  { id: 'sheet', name: 'Sheet' },
  { id: 'yaml', name: 'YAML' },
] as const;
type TabId = (typeof TABS)[number]['id'];

/** A line is a line of the text; a file that is no scenario has nothing else to show. */
function tabOf(more: Readonly<Record<string, string>>, draft: Draft): TabId {
  const named = TABS.find((tab) => tab.id === more['tab'])?.id;
  return named ?? (more['line'] !== undefined || draft.sheet.value === null ? 'yaml' : 'questions');
}

export function Page() {
  const id = view.value.id ?? '';
  const draft = useMemo(() => draftOf(id, sheet.peek()), [id]);
  useLayoutEffect(() => {
    const stop = draft.start();
    const stopSteps = effect(() => {
      ownSteps.value = { words: draft.words.value, at: draft.at.value, undo: draft.undo, redo: draft.redo };
    });
    const stopNote = effect(() => {
      const wrong = draft.problems.value?.length ?? 0;
      const note = draft.dirty.value ? 'draft, not saved' : 'as in the file';
      tell({ note: wrong > 0 ? `${count(wrong, 'problem')}, ${note}` : note });
    });
    return () => {
      stopSteps();
      stopNote();
      stop();
      ownSteps.value = null;
    };
  }, [draft]);
  return <EditPage draft={draft} />;
}

export function EditPage({ draft }: { readonly draft: Draft }) {
  const [saving, setSaving] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const [failed, setFailed] = useState<ApiError | null>(null);
  const more = view.value.more;
  const tab = tabOf(more, draft);
  const file = (sheet.value?.file ?? draft.id).replace(/^.*[\\/]/, '');
  const problems = draft.problems.value ?? [];
  const line = Number(more['line']);

  async function saved({ id }: Saved): Promise<void> {
    setSaving(false);
    setTold(`Saved to ${id === draft.id ? file : id}.`);
    if (id !== draft.id) {
      go({ id, policy: 'as-is', sets: [], more: {} });
      return;
    }
    // What the Board had set is in the file now; every page shows the file as it is.
    go({ sets: [] }, 'replace');
    try {
      const next = await getSheet(id);
      if (view.peek().id === id) takeSheet(next);
    } catch (reason) {
      if (!isAbort(reason)) setFailed(asApiError(reason));
    }
  }

  const save = (): void => {
    setTold(null);
    if (draft.base.peek()) setSaving(true);
  };

  return (
    <article class="edit">
      <div class="head">
        <h1>Judgements</h1>
        <p class="buttons">
          <button type="button" class={draft.dirty.value ? 'main' : undefined} disabled={!draft.base.value} onClick={save}>
            {draft.dirty.value ? 'Save…' : 'Save as…'}
          </button>
          <span class="quiet" role="status">
            {draft.dirty.value ? 'Changes are kept here until you save.' : told}
          </span>
        </p>
      </div>
      {draft.error.value && <Trouble error={draft.error.value} what={draft.base.value ? 'The text could not be checked.' : 'The file cannot be read.'} />}
      {failed && <Trouble error={failed} what="The file was saved, and cannot be shown." />}
      <Notices draft={draft} />
      <nav class="tabs" aria-label="Ways to edit">
        <ul>
          {TABS.map(({ id, name }) => (
            <li key={id}>
              <Link to={{ more: tabMore(more, id) }} current={tab === id}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {problems.length > 0 && tab !== 'yaml' && (
        <p class="trouble" role="alert">
          The text has {count(problems.length, 'problem')}: numbers can be changed here again once{' '}
          <Link to={{ more: { tab: 'yaml', line: String(problems[0]?.line ?? 1) } }}>line {problems[0]?.line}</Link> is put right.
        </p>
      )}
      {!draft.base.value && !draft.error.value && <p class="waiting">Reading the file…</p>}
      {draft.base.value && tab === 'questions' && <Questions draft={draft} locked={problems.length > 0} />}
      {draft.base.value && tab === 'sheet' && <SheetTab draft={draft} locked={problems.length > 0} />}
      {draft.base.value && tab === 'yaml' && <Yaml draft={draft} line={Number.isInteger(line) && line > 0 ? line : null} onSave={save} />}
      {saving && <SaveDialog draft={draft} file={file} onSaved={(one) => void saved(one)} onClose={() => setSaving(false)} />}
    </article>
  );
}

/** Where one stood stays in the address; the line does not, for the text has moved on. */
function tabMore({ line, ...rest }: Readonly<Record<string, string>>, tab: TabId): Readonly<Record<string, string>> {
  void line;
  return { ...rest, tab };
}
