// A field for a secret. What is typed lives in the field alone, never in React's state.
import type { RefObject } from 'react';
import classes from '../pin.module.css';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
  readonly readOnly: boolean;
}

export function SecretField(props: Props) {
  const { id, label, field, hint, problem, autoFocus = false, readOnly } = props;
  const below = problem ?? hint;
  return (
    <div>
      <label className={classes['label']} htmlFor={id}>
        {label}
      </label>
      <input
        ref={field}
        id={id}
        className={classes['field']}
        type="password"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        autoFocus={autoFocus}
        readOnly={readOnly}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={below === undefined ? undefined : `${id}-hint`}
      />
      {below !== undefined && (
        <p
          id={`${id}-hint`}
          className={classes['muted']}
          role={problem === undefined ? undefined : 'alert'}
          data-problem={problem !== undefined || undefined}
        >
          {below}
        </p>
      )}
    </div>
  );
}
