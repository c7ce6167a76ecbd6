import { autocompletion, closeBrackets, closeCompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql, SQLite } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { View } from './examples';

export type EditorWords = {
  /** Name for screen readers. */
  readonly label: string;
  readonly placeholder: string;
  readonly completions: string;
};

export type SqlEditor = {
  readonly text: () => string;
  /** Replaces all of the text. */
  readonly setText: (text: string) => void;
  /** Puts a text at the cursor, and the focus there. */
  readonly insert: (text: string) => void;
  readonly goToLine: (line: number) => void;
  /** The words of the editor and the names that it completes. */
  readonly configure: (words: EditorWords, views: readonly View[]) => void;
  readonly focus: () => void;
  readonly destroy: () => void;
};

type Listeners = { readonly onchange: (text: string) => void };

/**
 * An editor of SQL. It lives in a shadow root: there its styles are adopted sheets, which the policy of the page allows,
 * while style elements it would refuse.
 */
export function createSqlEditor(host: HTMLElement, text: string, { onchange }: Listeners): SqlEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const settings = new Compartment();
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        autocompletion({ icons: false }),
        typing,
        // Ctrl+Enter runs the query: the key goes on to the page.
        keymap.of([{ key: 'Mod-Enter', run: (at) => closeCompletion(at) && false }]),
        keymap.of([
          ...completionKeymap,
          ...historyKeymap,
          ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
        ]),
        syntaxHighlighting(colours),
        look,
        EditorView.lineWrapping,
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onchange(state.doc.toString());
        }),
        settings.of([]),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    setText: (next) => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    insert: (name) => {
      view.dispatch(view.state.replaceSelection(name), { scrollIntoView: true });
      view.focus();
    },
    goToLine: (line) => {
      const { from, to } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
      view.focus();
    },
    configure: (words, views) => {
      view.dispatch({ effects: settings.reconfigure(settingsOf(words, views)) });
    },
    focus: () => {
      view.focus();
    },
    destroy: () => {
      view.destroy();
    },
  };
}

function settingsOf(words: EditorWords, views: readonly View[]): Extension {
  const schema = Object.fromEntries(views.map(({ name, columns }) => [name, columns]));
  return [
    sql({ dialect: SQLite, schema, upperCaseKeywords: true }),
    placeholder(words.placeholder),
    EditorView.contentAttributes.of({ 'aria-label': words.label, spellcheck: 'false' }),
    EditorState.phrases.of({ Completions: words.completions }),
  ];
}

/** Typed over a selection, Chromium would put the style of what it replaces into an attribute, which the policy refuses. */
const typing = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { from, to } = selectedIn(view);
    if (event.inputType !== 'insertText' || event.data === null || from === to) return false;
    view.dispatch({
      changes: { from, to, insert: event.data },
      selection: { anchor: from + event.data.length },
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});

/** What is selected on screen: the editor hears of it a moment later. Only Chromium knows the selection of a shadow root. */
function selectedIn(view: EditorView): { readonly from: number; readonly to: number } {
  const root: DocumentOrShadowRoot & { readonly getSelection?: () => Selection | null } = view.root;
  const selection = root.getSelection?.() ?? null;
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode || !view.contentDOM.contains(anchorNode)) {
    return view.state.selection.main;
  }
  const ends = [
    view.posAtDOM(anchorNode, selection.anchorOffset),
    view.posAtDOM(focusNode, selection.focusOffset),
  ];
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--high)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--text-3)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--text-1)', backgroundColor: 'var(--card)', font: 'var(--body)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', fontSize: '13px', lineHeight: '20px', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--text-1)' },
  '.cm-line': { padding: '0 8px' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--text-3)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '32px', padding: '0 8px' },
  '.cm-activeLine': { backgroundColor: 'var(--hover)' },
  '.cm-placeholder': { color: 'var(--text-3)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)' },
  '.cm-content ::selection': { backgroundColor: 'var(--accent-soft)' },
  '.cm-tooltip': {
    color: 'var(--text-1)',
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--border)',
    borderRadius: 'var(--r-control)',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', fontSize: '12px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
});
