// Entry of the main window.
import '@mantine/core/styles.css';
import '../base/global.css';
import './mantine.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { startI18n } from '../base/i18n.ts';
import { installTheme } from '../base/theme-css.ts';
import { mainWindowTexts as en } from '../locales/en/main-window.ts';
import { mainWindowTexts as id } from '../locales/id/main-window.ts';
import { App } from './app.tsx';
import type { Settings } from '../../core/contract/settings.ts';
import { pena } from '../base/bridge.ts';

/** Until main has answered, and where it cannot. */
const DEFAULTS: Settings = { language: 'id', zone: 'WITA', position: '', colorScheme: 'auto' };

async function start(): Promise<void> {
  installTheme();
  const answer = await pena().call('settings.get', {});
  const settings = answer.ok ? answer.value : DEFAULTS;
  const i18n = await startI18n({ id, en }, settings.language);
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n} defaultNS="common">
        <App initialSettings={settings} />
      </I18nextProvider>
    </StrictMode>,
  );
}

void start();
