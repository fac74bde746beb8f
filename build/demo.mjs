// `npm run demo`: one decree, signed with a practice token and verified, as an official would do it,
// and a report in plain words. Files go to .pena-demo/ (or PENA_DEMO_DIR).
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { say } from './lib/language.mjs';
import { root } from './lib/root.mjs';
import { remark, step } from './lib/steps.mjs';
import { findOpenssl } from './practice/pki.mjs';
import { openPracticeWorld } from './practice/practice-world.mjs';
import { startServices } from './practice/services.mjs';
import { pageImages, secondOpinion } from './demo/other-programs.mjs';
import { writeReport } from './demo/report.mjs';
import { sign, verify } from './demo/pena.mjs';

const SAMPLE = join(root, 'resources/samples/keputusan-wali-kota.pdf');
const dir = resolve(process.env['PENA_DEMO_DIR'] ?? join(root, '.pena-demo'));

if (findOpenssl() === null) {
  console.error(
    say(
      'openssl belum terpasang; tanpa itu sertifikat latihan tidak dapat dibuat.',
      'openssl is not installed; without it no practice certificates can be made.',
    ),
  );
  process.exit(69);
}

try {
  mkdirSync(dir, { recursive: true });
  const { world, made } = await step(
    say('Menyiapkan dunia latihan (CA, token, penanda tangan)', 'Preparing the practice world'),
    async () => {
      const opened = await openPracticeWorld(join(dir, 'latihan'));
      return { ...opened, note: opened.made ? 'ok' : say('sudah ada', 'already there') };
    },
  );
  if (world.module === null) {
    remark(
      say(
        `Tanpa token: ${world.missingForToken.join(', ')} tidak ada. Dipakai berkas PKCS#12.`,
        `No token: ${world.missingForToken.join(', ')} missing. A PKCS#12 file is used instead.`,
      ),
    );
  }

  const files = {
    original: join(dir, 'keputusan-wali-kota.pdf'),
    signed: join(dir, 'keputusan-wali-kota-ditandatangani.pdf'),
    verification: join(dir, 'hasil-verifikasi.json'),
    report: join(dir, 'laporan.txt'),
    anchor: world.anchors[0] ?? '',
    world: world.dir,
  };
  copyFileSync(SAMPLE, files.original);
  rmSync(files.signed, { force: true });
  // Time-stamp authority and OCSP responder stand while the decree is signed, and not when it is verified:
  // all the proof has to be in the document by then.
  const services = await startServices(world.pki, world.port);
  const tsaUrl = services.expectedPort ? services.tsaUrl : null;
  if (tsaUrl === null) {
    remark(
      say(
        `Porta ${world.port} dipakai program lain: ditandatangani tanpa penanda waktu.`,
        `Port ${world.port} is taken by another program: signed without a time stamp.`,
      ),
    );
  }
  const signed = await step(say('Menandatangani keputusan', 'Signing the decree'), () =>
    sign(world, files.original, files.signed, tsaUrl).finally(services.stop),
  );
  const verified = await step(say('Memeriksa tanda tangan', 'Verifying the signature'), () =>
    verify(world, files.signed),
  );
  writeFileSync(files.verification, `${JSON.stringify(verified.report, null, 2)}\n`);

  const opinion = await secondOpinion(files.signed);
  const images = await pageImages(files.signed, join(dir, 'halaman'));

  const text = writeReport({ world, made, files, signed, verified, opinion, images, tsaUrl });
  writeFileSync(files.report, text);
  console.log(`\n${text}`);
  // With all proof in the document nothing may be missing; without it nothing may have failed.
  const expected = tsaUrl === null ? verified.intact : verified.passed;
  process.exitCode = expected && existsSync(files.signed) ? 0 : 1;
} catch (error) {
  // A step that failed has printed its log already.
  const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  console.error(say(`Demo berhenti: ${reason}`, `The demo stopped: ${reason}`));
  process.exitCode = 1;
}
