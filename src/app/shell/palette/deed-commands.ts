import type { SelectionStore } from '#state/selection-store.ts';
import type { Selection } from '#state/selection.ts';
import { notify, type SessionStore } from '#state/session-store.ts';
import { encodeSelection } from '#state/url-codec.ts';
import { embedCode } from '../embed-code.ts';
import type { Command } from './match-commands.ts';

/** What the page around the palette does. */
export interface Deeds {
  readonly open: (file: File) => void;
  readonly save: () => void;
  readonly help: () => void;
  readonly why: () => void;
}

interface DeedParts {
  readonly deeds: Deeds;
  readonly selection: SelectionStore;
  readonly session: SessionStore;
  readonly chosen: Selection;
  readonly retry: () => void;
}

function pickFile(open: Deeds['open']): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) open(file);
  });
  input.click();
}

async function copy(session: SessionStore, text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(session, 'info', done);
  } catch {
    notify(session, 'info', `The browser did not allow copying. This is the text: ${text}`);
  }
}

/** Files, links, paper, and clearing up. */
export function deedCommands({ deeds, selection, session, chosen, retry }: DeedParts): readonly Command[] {
  const page = `${location.origin}${location.pathname}`;
  const link = `${page}?${encodeSelection(chosen)}`;
  const embed = embedCode(`${page}?${encodeSelection({ ...chosen, view: 'embed' })}`);
  const deed = (group: string, name: string, run: () => void, key: string | null = null): Command => ({
    id: `${group} ${name}`,
    group,
    name,
    key,
    run,
  });
  return [
    deed('Recording', 'Open a recording', () => pickFile(deeds.open)),
    deed('Recording', 'Save recording', deeds.save),
    deed(
      'Share',
      'Copy the link to this view',
      () => void copy(session, link, 'The link to this view was copied.'),
    ),
    deed(
      'Share',
      'Copy code to embed this view',
      () => void copy(session, embed, 'The code for a page of your own was copied.'),
    ),
    deed('Share', 'Print this panel', () => globalThis.print()),
    deed('View', 'Take all pins away', () => selection.setState({ pins: [] }), 'Esc'),
    deed('View', 'Why this number', deeds.why, 'W'),
    deed('Market', 'Ask the venue again', retry),
    deed('Help', 'Keyboard', deeds.help, '?'),
  ];
}
