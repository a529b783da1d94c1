// What went wrong, and what may help.
import type { ApiError } from '../api';
import { Say } from './say';

export function Trouble({ error, what }: { readonly error: ApiError; readonly what?: string }) {
  return (
    <div class="trouble" role="alert">
      <p>
        {what && <strong>{what} </strong>}
        <Say words={error.message} />
      </p>
      {error.advice.length > 0 && (
        <ul>
          {error.advice.map((advice, k) => (
            <li key={k}>
              <Say words={advice} />
            </li>
          ))}
        </ul>
      )}
      {error.problems.length > 0 && (
        <ul>
          {error.problems.map((problem, k) => (
            <li key={k}>
              Line {problem.line}: <Say words={[problem.message, ...problem.advice].join(' ')} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
