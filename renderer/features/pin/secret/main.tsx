// Entry of the window for secrets that sign nothing. Like the PIN window it loads neither pdf.js nor Mantine.
import '../../../base/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { penaSecret } from '../../../base/bridge.ts';
import { startI18n } from '../../../base/i18n.ts';
import { followSystemScheme, installTheme } from '../../../base/theme-css.ts';
import { PracticeStrip } from '../../../components/practice-strip.tsx';
import { practice as practiceEn } from '../../../locales/en/practice.ts';
import { practice as practiceId } from '../../../locales/id/practice.ts';
import { pin as pinEn } from '../../../locales/en/pin.ts';
import { secret as en } from '../../../locales/en/secret.ts';
import { pin as pinId } from '../../../locales/id/pin.ts';
import { secret as id } from '../../../locales/id/secret.ts';
import { SecretWindow } from './secret-window.tsx';

async function start(): Promise<void> {
  installTheme();
  followSystemScheme();
  const answer = await penaSecret().call('secret.describe', {});
  const language = answer.ok ? answer.value.language : 'id';
  const texts = {
    id: { pin: pinId, secret: id, practice: practiceId },
    en: { pin: pinEn, secret: en, practice: practiceEn },
  };
  const i18n = await startI18n(texts, language);
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n} defaultNS="secret">
        <PracticeStrip short />
        <SecretWindow description={answer.ok ? answer.value : null} />
      </I18nextProvider>
    </StrictMode>,
  );
}

void start();
