// Which language the scripts speak: `--lang id|en`, else the environment's, else Bahasa Indonesia.

/** @typedef {'id' | 'en'} Language */

/**
 * @param {readonly string[]} argv arguments after the script's name
 * @param {Record<string, string | undefined>} env
 * @returns {Language}
 */
export function chooseLanguage(argv, env) {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  // POSIX order: the first of the three that is set decides.
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const asked = at < 0 ? locale : (argv[at]?.split('=')[1] ?? argv[at + 1] ?? '');
  return asked.startsWith('en') ? 'en' : 'id';
}

/** The language of this run. */
export const language = chooseLanguage(process.argv.slice(2), process.env);

/**
 * The sentence in the language of this run.
 * @param {string} id Bahasa Indonesia
 * @param {string} en English
 */
export function say(id, en) {
  return language === 'en' ? en : id;
}
