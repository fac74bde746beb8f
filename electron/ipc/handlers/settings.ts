// What the person at this computer chose.
import { settingsContract, type Settings } from '../../../core/contract/settings.ts';
import type { SettingsStore } from '../../main/settings-store.ts';
import { answer } from '../answer.ts';

export function settingsAnswers(store: SettingsStore, onChange: (now: Settings) => void) {
  return {
    'settings.get': answer(settingsContract['settings.get'], () => store.current),
    'settings.set': answer(settingsContract['settings.set'], async (part) => {
      const now = await store.change(part);
      onChange(now);
      return now;
    }),
  };
}
