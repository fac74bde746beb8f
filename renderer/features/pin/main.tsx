// Entry of the PIN window. It loads neither pdf.js nor Mantine: little that could go wrong beside a PIN.
import '../../base/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { startI18n } from '../../base/i18n.ts';
import { followSystemScheme, installTheme } from '../../base/theme-css.ts';
import { practice as practiceEn } from '../../locales/en/practice.ts';
import { practice as practiceId } from '../../locales/id/practice.ts';
import { pin as en } from '../../locales/en/pin.ts';
import { secret as secretEn } from '../../locales/en/secret.ts';
import { pin as id } from '../../locales/id/pin.ts';
import { secret as secretId } from '../../locales/id/secret.ts';
import { PracticeStrip } from '../../components/practice-strip.tsx';
import { PinWindow } from './pin-window.tsx';
import { penaPin } from '../../base/bridge.ts';

async function start(): Promise<void> {
  installTheme();
  followSystemScheme();
  const answer = await penaPin().call('pin.describe', {});
  const language = answer.ok ? answer.value.language : 'id';
  const i18n = await startI18n(
    {
      id: { pin: id, secret: secretId, practice: practiceId },
      en: { pin: en, secret: secretEn, practice: practiceEn },
    },
    language,
  );
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n} defaultNS="pin">
        <PracticeStrip short pin />
        <PinWindow description={answer.ok ? answer.value : null} />
      </I18nextProvider>
    </StrictMode>,
  );
}

void start();
