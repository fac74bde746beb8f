// `pena designs`: the stamp designs and footers there are, shipped ones and the user's own.
import { loadFooters } from '../../native/files/footer-designs.ts';
import { loadStampDesigns } from '../../native/files/stamp-designs.ts';
import { stampFolders } from '../../native/settings/stamp-folders.ts';
import { warnOfDesigns } from '../designs/warn.ts';
import { EXIT } from '../exit-codes.ts';
import type { Shell } from '../shell.ts';
import { signingTexts } from '../texts/signing.ts';

export interface DesignsOptions {
  readonly json?: boolean;
}

/** @returns the exit code: 0 too where a design was skipped, which is said */
export async function designs({ json }: DesignsOptions, shell: Shell): Promise<number> {
  const { out, language } = shell;
  const folders = await stampFolders();
  const [stamps, foot] = await Promise.all([loadStampDesigns(folders), loadFooters(folders)]);
  const problems = [...stamps.problems, ...foot.problems];
  const shown = [...stamps.designs.values()].map(({ design: { id, title, size } }) => ({
    ...{ id, title, ...size },
  }));
  const footers = [...foot.footers.values()].map(({ footer: { id, title } }) => ({ id, title }));
  if (json === true) {
    out.json({ folders, designs: shown, footers, problems });
    return EXIT.ok;
  }
  const words = signingTexts(language).designs;
  out.line(words.stamps, { tone: 'strong' });
  out.facts(
    shown.map(({ id, title, width, height }) => ({
      name: id,
      value: `${title[language]} (${String(width)} × ${String(height)})`,
    })),
    2,
  );
  out.line(words.footers, { tone: 'strong' });
  out.facts(
    footers.map(({ id, title }) => ({ name: id, value: title[language] })),
    2,
  );
  out.facts([{ name: words.folder, value: folders }]);
  warnOfDesigns(problems, shell);
  return EXIT.ok;
}
