// @signpdf/signpdf places the signature, a key of ours makes it: a token's, and a PKCS#12 file's.
import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import signpdf from '@signpdf/signpdf';
import { Signer } from '@signpdf/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openP12 } from '../../core/cms/p12-key.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import { validateDocument } from '../../core/validation/validate-document.ts';
import { TokenService } from '../../native/pkcs11/token-service.ts';
import { KeySigner } from '../../native/signpdf/key-signer.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { p12Of } from '../core/support/p12.ts';
import { derOfPem } from '../core/support/pem.ts';
import { classicFile } from '../core/support/small-files.ts';
import { opensslAccepts, pdfsigSays, qpdfCheck } from '../support/other-validators.ts';
import { answering, type ScriptedPrompt } from '../support/pin-prompt.ts';
import { rejection } from '../support/rejection.ts';
import { makeSoftHsm, type TestToken, USER_PIN, whyNoSoftHsm } from '../support/softhsm.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';

const reason = whyNoSoftHsm();
const ROOM = 8192;

/** With a signature field and the placeholder that @signpdf looks for. */
function withPlaceholder(subFilter: string): Buffer {
  const stars = '/********** /********** /**********';
  const signature =
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /M (D:20261124021500Z) ` +
    `/ByteRange [0 ${stars}] /Contents <${'0'.repeat(2 * ROOM)}> >>`;
  const widget =
    '<< /Type /Annot /Subtype /Widget /FT /Sig /T (ttd) /V 4 0 R /P 3 0 R /F 132 /Rect [0 0 0 0] >>';
  return Buffer.from(
    classicFile({
      catalog: '/AcroForm << /SigFlags 3 /Fields [5 0 R] >>',
      page: '/Annots [5 0 R]',
      objects: [signature, widget],
    }),
  );
}

describe.skipIf(reason !== null)(`a Signer of @signpdf${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();
  let token: TestToken;
  let service: TokenService;
  let serial: string;

  beforeAll(async () => {
    token = await makeSoftHsm(folder);
    service = new TokenService({ modules: [token.module], env: token.env });
    serial = (await service.list()).tokens[0]!.serial;
  });
  afterAll(() => service.close());

  const tokenKey = (index: 0 | 1 | 2, prompt: ScriptedPrompt): Promise<SigningKey> =>
    service.signingKey(
      { module: token.module, tokenSerial: serial, id: token.keys[index].id },
      prompt,
    );

  async function expectAccepted(pdf: Buffer, name: string): Promise<void> {
    const file = join(folder, name);
    writeFileSync(file, pdf);
    expect(pdfsigSays(file)).toEqual(['Signature is Valid.']);
    expect(await opensslAccepts(file, token.caFile, folder)).toBe(true);
    expect(qpdfCheck(file).status).toBe(0);
    const report = await validateDocument(memorySource(pdf), {
      ...{ anchors: [derOfPem(token.caFile)], at: null, now: new Date() },
    });
    expect(report.signatures).toMatchObject([
      {
        field: 'ttd',
        intact: true,
        coverage: 'ENTIRE_FILE',
        trustAnchor: expect.anything() as unknown,
      },
    ]);
  }

  it.each([
    ['rsa', 0, 'ETSI.CAdES.detached'],
    ['rsa', 0, 'adbe.pkcs7.detached'],
    ['p256', 1, 'ETSI.CAdES.detached'],
    ['p384', 2, 'ETSI.CAdES.detached'],
  ] as const)('with the %s key of a token', async (name, index, subFilter) => {
    const prompt = answering(USER_PIN);
    const signer = new KeySigner(await tokenKey(index, prompt), { name: 'keputusan.pdf' });
    expect(signer).toBeInstanceOf(Signer);
    const signed = await signpdf.sign(withPlaceholder(subFilter), signer);
    expect(prompt.requests.map(({ purpose }) => purpose.documents)).toEqual([
      [{ name: 'keputusan.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown }],
    ]);
    await expectAccepted(signed, `${name}-${subFilter}.pdf`);
  });

  it('with the algorithm preferred, and a key of a file', async () => {
    const { keyFile, certificate } = token.keys[0];
    const file = p12Of(createPrivateKey(readFileSync(keyFile)), certificate);
    const signer = new KeySigner(await openP12(file, new Uint8Array(0)), {
      name: 'keputusan.pdf',
      algorithm: { scheme: 'pss', hash: 'sha512' },
    });
    const signed = await signpdf.sign(withPlaceholder('ETSI.CAdES.detached'), signer, new Date());
    // id-RSASSA-PSS (RFC 4055 3.1): 1.2.840.113549.1.1.10
    expect(signed.toString('latin1')).toContain('06092a864886f70d01010a');
    await expectAccepted(signed, 'pss.pdf');
  });

  it('asks for no PIN where the certificate is not valid at the time', async () => {
    const prompt = answering();
    const signer = new KeySigner(await tokenKey(0, prompt), { name: 'keputusan.pdf' });
    const late = new Date('2126-01-01T00:00:00Z');
    const pdf = withPlaceholder('ETSI.CAdES.detached');
    expect((await rejection(signpdf.sign(pdf, signer, late))).code).toBe('CERT_EXPIRED');
    expect(prompt.requests).toEqual([]);
  });

  it('passes a cancelled PIN on', async () => {
    const signer = new KeySigner(await tokenKey(0, answering(null)), { name: 'keputusan.pdf' });
    const signing = signpdf.sign(withPlaceholder('ETSI.CAdES.detached'), signer);
    expect((await rejection(signing)).code).toBe('CANCELLED');
  });
});
