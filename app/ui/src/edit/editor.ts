// The text editor, in a chunk of its own: CodeMirror weighs more than all other pages together.
//
// It stands in a shadow tree: there its style sheets are constructed, which the page's policy allows, and not
// written into the page. It has no history of its own: its keys walk the one list of the draft.
import { autocompletion, completionKeymap, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { forceLinting, lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Suggestions } from './complete';
import { spliceOf } from './texts';

export interface Mark {
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

export interface EditorOptions {
  readonly text: string;
  readonly label: string;
  readonly describedBy: string;
  readonly onText: (text: string, line: number) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSave: () => void;
  readonly suggest: (text: string, at: number) => Suggestions | null;
}

export interface TextEditor {
  setText(text: string): void;
  setMarks(marks: readonly Mark[]): void;
  goTo(from: number, to: number): void;
  destroy(): void;
}

/** Text that comes from elsewhere than the keys. */
const fromOutside = Annotation.define<boolean>();

const theme = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'var(--paper)', fontSize: '0.87rem', height: '100%' },
  // The page draws it around the whole.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace", lineHeight: '1.5', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--shade)', color: 'var(--quiet)', borderRight: '1px solid var(--edge)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--link) 7%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--link) 14%, transparent)', color: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--link) 28%, transparent)',
  },
  '.cm-selectionMatch': { backgroundColor: 'color-mix(in srgb, var(--link) 15%, transparent)' },
  '.cm-tooltip, .cm-panels': { backgroundColor: 'var(--paper)', color: 'var(--text)', border: '1px solid var(--line)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--link)', color: 'var(--on-link)' },
  '.cm-tooltip.cm-completionInfo': { maxWidth: '24rem', padding: '0.4rem 0.6rem' },
  '.cm-completionDetail': { color: 'inherit', opacity: 0.85 },
  '.cm-diagnostic': { borderLeft: '4px solid var(--bad)', maxWidth: '34rem', fontFamily: 'system-ui, sans-serif' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad)', textUnderlineOffset: '3px' },
  '.cm-textfield': { backgroundColor: 'var(--paper)', color: 'var(--text)', border: '1px solid var(--line)', fontSize: '0.87rem', minHeight: '1.6rem' },
  '.cm-button': { backgroundColor: 'var(--shade)', backgroundImage: 'none', color: 'var(--text)', border: '1px solid var(--line)', minHeight: '1.6rem' },
  '.cm-panel.cm-search [name=close]': { color: 'var(--text)' },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--link)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.string, tags.content], color: 'var(--text)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace, tags.punctuation], color: 'var(--quiet)' },
  { tag: tags.keyword, color: 'var(--link)' },
]);

export function createEditor(host: HTMLElement, options: EditorOptions): TextEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const complete = (context: CompletionContext): CompletionResult | null => {
    const found = options.suggest(context.state.doc.toString(), context.pos);
    if (!found || (!context.explicit && found.from === context.pos)) return null;
    return { from: found.from, options: [...found.options], validFor: /^[\w -]*$/ };
  };
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightActiveLine(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        highlightSelectionMatches(),
        search({ top: true }),
        yaml(),
        syntaxHighlighting(colours),
        lintGutter(),
        autocompletion({ override: [complete] }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': options.label, 'aria-description': options.describedBy, tabindex: '0' }),
        // Tab is left to the browser: it leads out of the editor, as everywhere on the page.
        keymap.of([
          { key: 'Mod-z', run: () => (options.onUndo(), true), preventDefault: true },
          { key: 'Mod-Shift-z', run: () => (options.onRedo(), true), preventDefault: true },
          { key: 'Mod-y', run: () => (options.onRedo(), true), preventDefault: true },
          { key: 'Mod-s', run: () => (options.onSave(), true), preventDefault: true },
          ...completionKeymap,
          ...lintKeymap,
          ...searchKeymap,
          ...defaultKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || update.transactions.every((one) => one.annotation(fromOutside))) return;
          options.onText(update.state.doc.toString(), update.state.doc.lineAt(update.state.selection.main.head).number);
        }),
        theme,
      ],
    }),
  });
  // What scrolls can be reached by keyboard, in every browser.
  view.scrollDOM.tabIndex = 0;
  return {
    setText(text) {
      const now = view.state.doc.toString();
      if (now === text) return;
      const { at, removed, added } = spliceOf(now, text);
      view.dispatch({ changes: { from: at, to: at + removed.length, insert: added }, annotations: fromOutside.of(true) });
    },
    setMarks(marks) {
      const end = view.state.doc.length;
      const diagnostics: Diagnostic[] = marks.map(({ from, to, message }) => ({ from: Math.min(from, end), to: Math.min(to, end), message, severity: 'error' }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
      forceLinting(view);
    },
    goTo(from, to) {
      const end = view.state.doc.length;
      const range = { anchor: Math.min(from, end), head: Math.min(to, end) };
      view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range.anchor, { y: 'center' }) });
      view.focus();
    },
    destroy() {
      view.destroy();
    },
  };
}
