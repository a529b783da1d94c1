// The text itself. The editor is loaded when it is first looked at; what is wrong stands in it and below it.
import { useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { asApiError, type ApiError } from '../api';
import type { Problem } from '../contract';
import { problemWords, Trouble } from '../parts/trouble';
import { Say } from '../parts/say';
import { count } from '../words';
import { getSchema } from './api';
import { suggest } from './complete';
import type { Draft } from './draft';
import type { TextEditor } from './editor';
import { offsetOf, stretchOf } from './places';

export interface YamlProps {
  readonly draft: Draft;
  /** The line to begin at. */
  readonly line: number | null;
  readonly onSave: () => void;
}

const HOW =
  'Tab leaves the editor; Ctrl or ⌘ with ] or [ moves lines in and out. Ctrl and Space shows what may stand here, Ctrl or ⌘ and F searches, F8 goes to the next problem, Ctrl or ⌘ and S saves.';

export function Yaml({ draft, line, onSave }: YamlProps) {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<TextEditor | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const save = useRef(onSave);
  save.current = onSave;

  useLayoutEffect(() => {
    const stop = new AbortController();
    let made: TextEditor | null = null;
    let schema: unknown = null;
    // Without it only names are suggested.
    getSchema(stop.signal).then((known) => (schema = known), () => undefined);
    import('./editor').then(
      ({ createEditor }) => {
        if (stop.signal.aborted || !host.current) return;
        made = createEditor(host.current, {
          text: draft.text.peek(),
          label: 'The scenario as YAML',
          describedBy: HOW,
          onText: (text, at) => draft.write(`Line ${at} of the text`, text, `line ${at}`),
          onUndo: draft.undo,
          onRedo: draft.redo,
          onSave: () => save.current(),
          suggest: (text, at) => suggest(text, at, schema, draft.sheet.peek()),
        });
        setEditor(made);
      },
      (reason: unknown) => !stop.signal.aborted && setError(asApiError(reason)),
    );
    return () => {
      stop.abort();
      made?.destroy();
      host.current?.shadowRoot?.replaceChildren();
    };
  }, [draft]);

  useEffect(() => {
    if (!editor) return;
    return draft.text.subscribe((text) => editor.setText(text));
  }, [editor, draft]);

  useEffect(() => {
    if (!editor) return;
    return draft.problems.subscribe((problems) => {
      const text = draft.text.peek();
      // While the text is being checked the old marks move with it.
      if (problems) editor.setMarks(problems.filter((one) => one.line > 0).map((one) => ({ ...stretchOf(text, one), message: problemWords(one) })));
    });
  }, [editor, draft]);

  useEffect(() => {
    if (!editor || line === null) return;
    const text = draft.text.peek();
    editor.goTo(offsetOf(text, line, 1), offsetOf(text, line, Infinity));
  }, [editor, line]);

  return (
    <div class="yaml">
      {error && <Trouble error={error} what="The editor cannot be loaded." />}
      {!editor && !error && <p class="waiting">Loading the editor…</p>}
      <div class="editor" ref={host} />
      <p class="quiet how">{HOW}</p>
      <Problems
        draft={draft}
        onGo={(problem) => {
          const { from, to } = stretchOf(draft.text.peek(), problem);
          editor?.goTo(from, to);
        }}
      />
    </div>
  );
}

/** What is wrong, each leading to its line. The list of before stays while the text is checked anew. */
export function Problems({ draft, onGo }: { readonly draft: Draft; readonly onGo: (problem: Problem) => void }) {
  const [known, setKnown] = useState<readonly Problem[]>(draft.problems.peek() ?? []);
  useSignalEffect(() => {
    const problems = draft.problems.value;
    if (problems) setKnown(problems);
  });
  const busy = draft.problems.value === null;
  return (
    <section class="problems" aria-labelledby="problems">
      <h2 id="problems" aria-live="polite" aria-busy={busy}>
        {known.length > 0 ? count(known.length, 'problem') : busy ? 'Being checked…' : 'No problems'}
      </h2>
      {known.length > 0 && (
        <ol>
          {known.map((problem, k) => (
            <li key={k}>
              <button type="button" class="cite" onClick={() => onGo(problem)}>
                Line {problem.line}, column {problem.column}
              </button>
              : <Say words={problemWords(problem)} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
