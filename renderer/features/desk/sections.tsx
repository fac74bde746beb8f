// The parts of the desk: reports on keys beside applications, the year's figures, and the receiver of both.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import classes from './desk.module.css';

const SECTIONS = ['reports', 'applications', 'figures', 'receiver'] as const;
export type Section = (typeof SECTIONS)[number];

interface Props {
  readonly section: Section;
  /** How many wait for a decision. */
  readonly waiting: Readonly<Partial<Record<Section, number>>>;
  readonly onSection: (section: Section) => void;
}

export function Sections({ section, waiting, onSection }: Props) {
  const { t, i18n } = useTranslation('deskApplications');
  return (
    <div className={classes['badges']} role="group" aria-label={t('sections')}>
      {SECTIONS.map((one) => {
        const name = t(`section.${one}`);
        const count = waiting[one] ?? 0;
        const formatted = formatNumber(count, languageOf(i18n.language));
        return (
          <Button
            key={one}
            variant={one === section ? 'light' : 'default'}
            aria-pressed={one === section}
            aria-label={count === 0 ? name : t('waiting', { name, formatted })}
            onClick={() => onSection(one)}
          >
            {count === 0 ? name : `${name} (${formatted})`}
          </Button>
        );
      })}
    </div>
  );
}
