// What a page tells of, to be picked.
import { go, sheet } from '../state';

export interface OutcomePickerProps {
  /** The outcome that is told of. */
  readonly value: string;
}

export function OutcomePicker({ value }: OutcomePickerProps) {
  const outcomes = sheet.value?.outcomes ?? [];
  return (
    <label>
      Outcome{' '}
      <select value={value} onChange={(event) => go({ outcome: event.currentTarget.value })}>
        {outcomes.map((outcome) => (
          <option key={outcome.id} value={outcome.id}>
            {outcome.letter} {outcome.title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The names that people read: of actors, outcomes, moves and the rest. */
export function titleOf(kind: 'actors' | 'outcomes' | 'moves' | 'chance' | 'rows' | 'places' | 'policies' | 'scores', id: string): string {
  return sheet.value?.[kind].find((one) => one.id === id)?.title ?? id;
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}
