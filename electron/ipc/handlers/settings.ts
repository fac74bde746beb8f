// What the person at this computer chose.
import { settingsContract, type Settings } from '../../../core/contract/settings.ts';
import { refuseLocked, shownPolicy } from '../../main/office-policy.ts';
import type { SettingsStore } from '../../main/settings-store.ts';
import { answer } from '../answer.ts';

export function settingsAnswers(store: SettingsStore, onChange: (now: Settings) => void) {
  return {
    'settings.get': answer(settingsContract['settings.get'], () => store.current),
    'settings.policy': answer(settingsContract['settings.policy'], () => shownPolicy()),
    'settings.set': answer(settingsContract['settings.set'], async (part) => {
      await refuseLocked(Object.keys(part));
      const now = await store.change(part);
      onChange(now);
      return now;
    }),
  };
}
