// How much of it is error, and whose.
import type { Paths } from '../answers';
import { DataTable } from '../parts/figure';
import { capital, titleOf } from '../parts/pick';
import { pointsOf } from './words';

export function ErrorPart({ paths, error }: { readonly paths: Paths; readonly error: NonNullable<Paths['error']> }) {
  const conduct = error.conduct.filter((one) => (one.made ?? 0) >= 0.001);
  return (
    <section aria-labelledby="error">
      <h2 id="error">Error and intention</h2>
      {[...paths.told.error, ...paths.told.undoings].map((sentence, k) => (
        <p key={k}>{sentence}</p>
      ))}
      {conduct.length > 0 && (
        <details>
          <summary>Who errs how often, however it ends</summary>
          <DataTable
            caption="Errors by actor"
            table={{
              columns: ['Actor', 'Its errors cost it, points', 'Moves made', 'Worth less than waiting', 'Clear errors'],
              rows: conduct.map((one) => [capital(titleOf('actors', one.actor)), Math.max(0, one.price ?? 0), one.made ?? 0, one.disadvantaged ?? 0, one.clear ?? 0]),
            }}
            show={(cell, column) => (typeof cell === 'string' ? cell : column === 1 ? pointsOf(cell).replace('+', '') : timesWords(cell))}
          />
        </details>
      )}
    </section>
  );
}

const timesWords = (times: number): string => (times < 0.005 ? '0' : times < 9.95 ? times.toPrecision(2) : times.toFixed(0));
