// One of several that exclude each other, with a sentence on what it means.
import classes from './choice-card.module.css';

interface Props {
  /** Of the group of radio buttons. */
  readonly name: string;
  readonly value: string;
  readonly title: string;
  readonly text: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

export function ChoiceCard({ name, value, title, text, chosen, onChoose }: Props) {
  const textId = `${name}-${value}`;
  return (
    <label className={classes['choice']} data-chosen={chosen || undefined}>
      <input
        type="radio"
        name={name}
        value={value}
        checked={chosen}
        aria-describedby={textId}
        onChange={onChoose}
      />
      <span>
        <strong>{title}</strong>
        <span id={textId} className={classes['text']}>
          {text}
        </span>
      </span>
    </label>
  );
}
