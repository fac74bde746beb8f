// The main window: look, language, error boundary and the shell.
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import type { Failure } from '../../core/contract/shapes.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { announce } from '../base/announce.ts';
import { mantineTheme } from '../base/theme.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { PracticeFrame } from './practice-frame.tsx';
import { Shell } from './shell.tsx';
import { pena } from '../base/bridge.ts';

/** Main writes the nonce of this page's policy into the document (style-src 'nonce-...'). */
const nonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

export function App({ initialSettings }: { readonly initialSettings: Settings }) {
  const { i18n } = useTranslation();
  const [settings, setSettings] = useState(initialSettings);
  const [failure, setFailure] = useState<Failure | null>(null);
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const scheme = settings.colorScheme === 'auto' ? system : settings.colorScheme;

  const change = useCallback(
    async (part: Partial<Settings>) => {
      const answer = await pena().call('settings.set', part);
      if (!answer.ok) {
        setFailure(answer.error);
        return;
      }
      setFailure(null);
      setSettings(answer.value);
      await i18n.changeLanguage(answer.value.language);
      announce(i18n.t('settings:saved'));
    },
    [i18n],
  );

  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={scheme} getStyleNonce={nonce}>
      <PracticeFrame>
        <ErrorBoundary>
          <Shell settings={settings} settingsFailure={failure} onSettings={change} />
        </ErrorBoundary>
      </PracticeFrame>
    </MantineProvider>
  );
}
