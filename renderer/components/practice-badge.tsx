// Marks what was made for practice mode, in whatever list it stands. The word is the same in both languages: it is what
// stands on the pages.
import { PracticeIcon } from './icons.tsx';
import classes from './components.module.css';

export function PracticeBadge() {
  return (
    <span className={classes['badge']} data-tone="warn">
      <PracticeIcon size={14} />
      LATIHAN
    </span>
  );
}
