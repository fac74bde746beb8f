// Entry of the window for a document's password: as little in it as in the PIN window.
import '../../../base/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { penaPassword } from '../../../base/bridge.ts';
import { startI18n } from '../../../base/i18n.ts';
import { followSystemScheme, installTheme } from '../../../base/theme-css.ts';
import { PracticeStrip } from '../../../components/practice-strip.tsx';
import { practice as practiceEn } from '../../../locales/en/practice.ts';
import { practice as practiceId } from '../../../locales/id/practice.ts';
import { password as en } from '../../../locales/en/password.ts';
import { password as id } from '../../../locales/id/password.ts';
import { secret as secretEn } from '../../../locales/en/secret.ts';
import { secret as secretId } from '../../../locales/id/secret.ts';
import { PasswordWindow } from './password-window.tsx';

async function start(): Promise<void> {
  installTheme();
  followSystemScheme();
  const answer = await penaPassword().call('password.describe', {});
  const language = answer.ok ? answer.value.language : 'id';
  const texts = {
    id: { password: id, secret: secretId, practice: practiceId },
    en: { password: en, secret: secretEn, practice: practiceEn },
  };
  const i18n = await startI18n(texts, language);
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n} defaultNS="password">
        <PracticeStrip short />
        <PasswordWindow description={answer.ok ? answer.value : null} />
      </I18nextProvider>
    </StrictMode>,
  );
}

void start();
