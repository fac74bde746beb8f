// Makes a key that no locale has a type error (i18next CustomTypeOptions).
import 'i18next';
import type { mainWindowTexts } from '../locales/id/main-window.ts';
import type { password } from '../locales/id/password.ts';
import type { pin } from '../locales/id/pin.ts';
import type { secret } from '../locales/id/secret.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof mainWindowTexts & {
      readonly pin: typeof pin;
      readonly secret: typeof secret;
      readonly password: typeof password;
    };
  }
}
