// The settings of this view as a policy: the lines to put into the file.
import { useState } from 'preact/hooks';
import { Modal } from '../parts/modal';
import { CopyButton } from '../strip';
import { view } from '../state';
import { AS_IS, type View } from '../view';

export function KeepAsPolicy({ onClose }: { readonly onClose: () => void }) {
  const [title, setTitle] = useState('What if');
  const yaml = policyYaml(title, view.value);
  return (
    <Modal title="Keep as a policy" kind="dialog" onClose={onClose}>
      <p>
        <label>
          Its title{' '}
          <input type="text" value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
        </label>
      </p>
      <p>These lines belong under <code>policies:</code> in the file. Then it can be picked at the top, and compared with the others.</p>
      <pre>{yaml}</pre>
      {view.value.policy !== AS_IS && (
        <p class="quiet">The policy that is in force here, {view.value.policy}, is no part of it: copy its lines too where they are meant.</p>
      )}
      <CopyButton words="Copy the lines" text={() => yaml} />
    </Modal>
  );
}

/** A settings' policy, as the language has it. What one sets by hand is a guess until somebody says more. */
export function policyYaml(title: string, { sets }: Pick<View, 'sets'>): string {
  const lines = sets.map(({ path, value }) => `      ${key(path)}: ${key(/\sper\s/.test(value) ? value : `${value} per guess`)}\n`);
  return `policies:\n  ${slug(title)}:\n    title: ${key(title.trim() || 'What if')}\n    set:\n${lines.join('')}`;
}

export function slug(title: string): string {
  const letters = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(letters) ? letters : letters ? `policy-${letters}` : 'what-if';
}

/** Quoted where YAML would read something else than these words. */
function key(text: string): string {
  return /^[A-Za-z0-9][\w ./%-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|[\d.]+)$/i.test(text) ? text : JSON.stringify(text);
}
