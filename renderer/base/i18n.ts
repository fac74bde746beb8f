// Bahasa Indonesia first, English second: i18next with the texts that the window brings along.
import { createInstance, type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What `t` and `i18n.language` hold, as one of ours. */
export function languageOf(name: string): Language {
  return name.startsWith('en') ? 'en' : 'id';
}

/** Starts i18next with everything at hand, so that no text arrives late. */
export async function startI18n(resources: Resource, language: Language): Promise<i18n> {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'id',
    // React escapes what it shows; escaping twice would spoil names such as "Ni'mah".
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = language;
  instance.on('languageChanged', (name) => {
    document.documentElement.lang = languageOf(name);
  });
  return instance;
}
