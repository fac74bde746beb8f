// `pena certificates` as commander reads it.
import type { Command } from 'commander';
import type { CertificatesOptions } from './commands/certificates.ts';
import type { Shell } from './shell.ts';
import { certificateTexts } from './texts/certificates.ts';

/** @param done takes the exit code */
export function addCertificateCommands(
  program: Command,
  shell: Shell,
  done: (exitCode: number) => void,
): void {
  const texts = certificateTexts(shell.language);
  const load = () => import('./commands/certificates.ts');
  const certificates = program.command('certificates').description(texts.description);
  certificates
    .command('list')
    .description(texts.list)
    .option('--json', texts.json)
    .action(async (options: CertificatesOptions) => {
      done(await (await load()).listCertificates(options, shell));
    });
  certificates
    .command('show <sha256>')
    .description(texts.show)
    .option('--json', texts.json)
    .action(async (digest: string, options: CertificatesOptions) => {
      done(await (await load()).showCertificate(digest, options, shell));
    });
  certificates
    .command('forget <sha256>')
    .description(texts.forget)
    .action(async (digest: string) => {
      done(await (await load()).forgetCertificate(digest, shell));
    });
}
