// `pena settings`: what holds, and where each of it comes from.
import { effectiveSettings, type Setting } from '../../native/settings/effective-settings.ts';
import { userSettingsPath } from '../../native/settings/settings-file.ts';
import { EXIT } from '../exit-codes.ts';
import { revocationFolder } from '../network/services.ts';
import type { Shell } from '../shell.ts';

export interface SettingsOptions {
  readonly json?: boolean;
}

/** @returns the exit code; @throws {PenaError} SETTINGS_INVALID, FILE_NOT_READABLE */
export async function settings({ json }: SettingsOptions, shell: Shell): Promise<number> {
  const { out, err, texts } = shell;
  const found = await effectiveSettings().catch((thrown: unknown) => {
    err.facts([{ name: texts.settings.file, value: userSettingsPath() }]);
    throw thrown;
  });
  const cache = revocationFolder();
  if (json === true) {
    out.json({ ...found, cache });
    return EXIT.ok;
  }
  const words = texts.settings;
  for (const file of found.files) {
    const state = file.found ? words.found : words.missing;
    const name = file.origin === 'policy' ? words.policyFile : words.file;
    out.facts([{ name, value: `${file.path} (${state})` }]);
  }
  out.line();
  const show = <T>(
    name: string,
    { value, from }: Setting<T>,
    lines: (value: T) => readonly string[],
  ) => {
    const text = lines(value);
    out.line(`${name} (${words.origins[from]})`, { tone: 'strong' });
    for (const line of text.length > 0 ? text : [words.none]) out.line(line, { indent: 2 });
  };
  show(words.tsa, found.tsa, (list) => list.map(({ name, url }) => `${name}: ${url}`));
  show(words.anchors, found.anchors, (list) => list);
  show(words.proxy, found.proxy, (proxy) => {
    if (proxy === null) return [words.asEnvironment];
    const { url, bypass = [] } = proxy;
    return [url ?? words.direct, ...bypass.map((host) => words.bypass(host))];
  });
  show(words.cache, { value: cache, from: 'default' }, (path) => [path]);
  return EXIT.ok;
}
