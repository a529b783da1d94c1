// What differs between two texts, line by line, with a little of what stands around it.
import { lineDiff, linesOf, type Hunk } from './texts';

const AROUND = 2;

export function Changes({ before, after }: { readonly before: string; readonly after: string }) {
  const hunks = lineDiff(before, after);
  const lines = linesOf(before);
  if (hunks.length === 0) return <p>No line differs.</p>;
  return (
    <div class="scroll changes" tabIndex={0} role="region" aria-label="What changes in the file">
      <table>
        <thead class="unseen">
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Change</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        {hunks.map((hunk, k) => (
          <HunkRows key={k} hunk={hunk} lines={lines} from={endOf(hunks[k - 1])} />
        ))}
      </table>
    </div>
  );
}

const endOf = (hunk: Hunk | undefined): number => (hunk ? hunk.line + hunk.before.length : 1);

/** @param from the first line that the hunk before has left */
function HunkRows({ hunk, lines, from }: { readonly hunk: Hunk; readonly lines: readonly string[]; readonly from: number }) {
  const first = Math.max(from, hunk.line - AROUND);
  const after = hunk.line + hunk.before.length;
  return (
    <tbody>
      {lines.slice(first - 1, hunk.line - 1).map((text, k) => (
        <Row key={`a${first + k}`} line={first + k} sign="" text={text} />
      ))}
      {hunk.before.map((text, k) => (
        <Row key={`-${k}`} line={hunk.line + k} sign="−" text={text} />
      ))}
      {hunk.after.map((text, k) => (
        <Row key={`+${k}`} line={hunk.newLine + k} sign="+" text={text} />
      ))}
      {lines.slice(after - 1, after).map((text) => (
        <Row key="after" line={after} sign="" text={text} />
      ))}
    </tbody>
  );
}

function Row({ line, sign, text }: { readonly line: number; readonly sign: '' | '−' | '+'; readonly text: string }) {
  return (
    <tr class={sign === '−' ? 'gone' : sign === '+' ? 'come' : undefined}>
      <td class="number">{line}</td>
      <td aria-label={sign === '−' ? 'was' : sign === '+' ? 'is' : 'stays'}>{sign}</td>
      <td>
        <code>{text}</code>
      </td>
    </tr>
  );
}
