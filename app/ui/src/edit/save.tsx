// Saving: what changes is shown first. A file that was changed meanwhile, or that came with Casus, is not written
// over; then there is another name, or the file as it is now.
import { useState } from 'preact/hooks';
import { asApiError, type ApiError } from '../api';
import { Modal } from '../parts/modal';
import { Trouble } from '../parts/trouble';
import { Changes } from './changes';
import type { Draft } from './draft';
import { isName, NAME_RULE } from './name';
import type { Saved } from './api';

export interface SaveDialogProps {
  readonly draft: Draft;
  readonly file: string;
  readonly onSaved: (saved: Saved) => void;
  readonly onClose: () => void;
}

export function SaveDialog({ draft, file, onSaved, onClose }: SaveDialogProps) {
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const [other, setOther] = useState(false);
  const [name, setName] = useState(`${draft.id}-2`);
  const base = draft.base.value;
  if (!base) return null;
  const problems = draft.problems.value ?? [];
  const broken = problems.length > 0;
  const moved = error?.status === 409 && !other;
  const shipped = error?.status === 403;
  const named = other || shipped;

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (reason) {
      setError(asApiError(reason));
    } finally {
      setBusy(false);
    }
  }

  const save = (): Promise<void> => run(async () => onSaved(await (named ? draft.saveAs(name.trim()) : draft.save())));
  const load = (keep: boolean): Promise<void> =>
    run(async () => {
      await draft.reload(keep);
      if (!keep) onClose();
    });

  return (
    <Modal title={named ? 'Save as a scenario of your own' : `Save to ${file}`} kind="dialog" onClose={onClose}>
      <div class="save">
        <Changes before={base.text} after={draft.text.value} />
        {broken && <p class="trouble">The text is no scenario as it stands. Line {problems[0]?.line}: {problems[0]?.found} Put that right, then save; nothing is lost meanwhile.</p>}
        {error && <Trouble error={error} what="Not saved." />}
        {moved && (
          <p class="buttons">
            <button type="button" disabled={busy} onClick={() => void load(true)}>
              Load it again, keep my text
            </button>
            <button type="button" disabled={busy} onClick={() => void load(false)}>
              Load it again, drop my changes
            </button>
          </p>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {named && (
            <p>
              <label>
                Its name <input type="text" value={name} aria-invalid={!isName(name)} aria-describedby="name-rule" onInput={(event) => setName(event.currentTarget.value)} />
              </label>{' '}
              <span id="name-rule" class="quiet">
                {NAME_RULE}
              </span>
            </p>
          )}
          <p class="buttons">
            <button type="submit" class="main" disabled={busy || broken || moved || (named && !isName(name)) || (!named && !draft.dirty.value)}>
              Save
            </button>
            {!named && (
              <button type="button" onClick={() => setOther(true)}>
                Under another name…
              </button>
            )}
            <button type="button" onClick={onClose}>
              Cancel
            </button>
          </p>
        </form>
      </div>
    </Modal>
  );
}
