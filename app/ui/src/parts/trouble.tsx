// What went wrong, and what may help.
import type { ApiError } from '../api';
import type { Problem } from '../contract';
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
              Line {problem.line}: <Say words={problemWords(problem)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What was found, what is legal, what may help: as far as it is said. */
export function problemWords({ found, legal, advice }: Problem): string {
  return [found, legal, advice].filter((words) => words !== '').join(' ');
}
