// The OCSP answer that BSrE's service put into a public document: what a real responder writes.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archivedRevocation } from '../../../core/cms/revocation-archival.ts';
import { readSignedData } from '../../../core/cms/signed-data-reader.ts';
import { onlySigner } from '../../../core/cms/verify-signer.ts';
import { identifies } from '../../../core/cms/signer-info.ts';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { judgeOcsp } from '../../../core/trust/ocsp/judge-ocsp.ts';
import { NO_CORPUS, sharedDir } from '../../support/corpus.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { derOfPem } from '../support/pem.ts';

const shared = sharedDir();

describe.skipIf(shared === null)(`BSrE's OCSP${shared === null ? ` (${NO_CORPUS})` : ''}`, () => {
  const dir = shared ?? '';

  function evidence() {
    const pdf = readFileSync(join(dir, 'corpus/bsre/permenkominfo-2024-003.pdf')).toString(
      'latin1',
    );
    const [, contents = ''] = /\/Contents\s*<([0-9a-fA-F]{2000,})>/.exec(pdf)!;
    const signedData = readSignedData(Uint8Array.from(Buffer.from(contents, 'hex')));
    const signer = onlySigner(signedData.signers);
    const certificate = signedData.certificates.find((one) => identifies(signer.identifier, one))!;
    const [response] = archivedRevocation(signer).ocsp;
    return { certificate, response: response! };
  }

  it('is sound, about the signer, and by a delegate of the issuer; openssl says the same', () => {
    const { certificate, response } = evidence();
    const issuerPem = join(dir, 'trust/osd-lu-kelas-2.pem');
    const issuer = readCertificate(derOfPem(issuerPem));
    const judged = judgeOcsp({
      response,
      certificate,
      issuer,
      at: new Date('2024-12-01T00:00:00Z'),
    });
    if (!judged.usable) throw judged.error;
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'answer'), response);
    writeFileSync(
      join(folder, 'signer.pem'),
      `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.der).toString('base64')}\n-----END CERTIFICATE-----\n`,
    );
    const shown = execFileSync(
      'openssl',
      [
        ...['ocsp', '-respin', join(folder, 'answer'), '-resp_text', '-noverify'],
        ...['-issuer', issuerPem, '-cert', join(folder, 'signer.pem'), '-no_nonce'],
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const time = (name: string): number =>
      Date.parse(new RegExp(`${name}: (.+)`).exec(shown)?.[1] ?? '');
    expect(shown).toContain('Cert Status: good');
    expect(judged.revocation).toBeNull();
    expect(judged.producedAt.getTime()).toBe(time('Produced At'));
    expect(judged.thisUpdate.getTime()).toBe(time('This Update'));
    expect(judged.signer.commonName).toContain('OSD LU Kelas 2');
    expect(judged.signerExempt).toBe(true);
    expect(judged.currency).toBe('expired');
  });
});
