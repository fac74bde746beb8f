// Sentences of failures in the window's language, with times by the clock of the settings.
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Zone } from '../../core/domain/local-time.ts';
import { errorSentence } from '../../core/domain/messages/sentence.ts';
import { languageOf } from './i18n.ts';

/** Undefined in windows that have no settings: this computer's clock. */
export const ZoneContext = createContext<Zone | undefined>(undefined);

type Params = Parameters<typeof errorSentence>[1];

export function useErrorText(): (
  code: Parameters<typeof errorSentence>[0],
  params: Params,
) => string {
  const { i18n } = useTranslation();
  const zone = useContext(ZoneContext);
  const language = languageOf(i18n.language);
  return (code, params) => errorSentence(code, params, language, zone);
}
