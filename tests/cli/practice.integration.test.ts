// Practice mode from the terminal: a token of its own, documents marked LATIHAN, and nothing of it outside.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { issue, makeCa, writeP12 } from '../../build/practice/pki.mjs';
import { pdfsigSays } from '../support/other-validators.ts';
import { whyNoSoftHsm } from '../support/softhsm.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn, userFolder } from './support/pena.ts';

const reason = whyNoSoftHsm();
const folder = sharedTemporaryFolder();
const at = (name: string): string => join(folder, name);
const profile = join(userFolder, 'config', 'pena-latihan');
const anchor = join(profile, 'practice', 'ca.pem');
/** As where SoftHSM2 is not installed: its tool is not on the path. */
const bare = { PATH: '/nonexistent' };

interface Verified {
  readonly verdict: string;
  readonly signatures: readonly {
    readonly indication: string;
    readonly subIndication: string | null;
    readonly reasons: readonly { readonly code: string }[];
  }[];
}

async function verify(args: readonly string[], file: string): Promise<Verified> {
  const { stdout } = await pena([...args, 'verify', '--offline', '--json', file]);
  const [first] = JSON.parse(stdout) as Verified[];
  return first!;
}

const codes = (one: Verified): string[] =>
  one.signatures.flatMap((s) => s.reasons).map((r) => r.code);

describe.skipIf(reason !== null)(`practice mode on a token${reason ? ` (${reason})` : ''}`, () => {
  test('is prepared once, says what it is, and keeps no key of its authority', async () => {
    const first = await pena(['practice', 'start']);
    expect(first.status).toBe(0);
    expect(first.stdout).toContain('TOKEN LATIHAN');
    expect(first.stdout).toContain('123456');
    const made = readFileSync(anchor);
    expect((await pena(['practice', 'start'])).status).toBe(0);
    expect(readFileSync(anchor).equals(made)).toBe(true);
    expect(readdirSync(join(profile, 'practice')).sort()).toEqual([
      ...['ca.pem', 'softhsm2.conf', 'tokens'],
    ]);
    const shown = execFileSync('openssl', ['x509', '-in', anchor, '-noout', '-text']).toString();
    expect(shown).toContain('O = LATIHAN');
    expect(shown).toContain('Policy: 2.25.11394837036258529104923796811141424525');
    expect(shown).toContain('LATIHAN: tidak berlaku di luar mode latihan');
  });

  test('signs what is marked, valid for pdfsig, right in practice and nowhere else', async () => {
    const [input, output] = [sampleIn(folder, 'surat.pdf'), at('surat-latihan.pdf')];
    const signed = await pena(['--practice', 'sign', input, '--out', output, '--pin-stdin'], {
      input: '123456\n',
    });
    expect(signed.stderr).toContain('MODE LATIHAN');
    expect(signed.status).toBe(0);
    expect(pdfsigSays(output)).toEqual(['Signature is Valid.']);
    expect(execFileSync('pdftotext', [output, '-']).toString()).toMatch(/LATIHAN: ditandatangani/);

    const inside = await verify(['--practice'], output);
    expect(inside.verdict).toBe('TOTAL_PASSED');
    expect(codes(inside)).toContain('PRACTICE_SIGNATURE');
    const outside = await verify([], output);
    expect(outside.signatures[0]).toMatchObject({
      indication: 'INDETERMINATE',
      subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
    });
    expect(codes(outside)).toContain('SIGNED_IN_PRACTICE');
    const told = await pena(['verify', '--offline', output]);
    expect(told.stdout).toContain('Ditandatangani dalam mode latihan');
    expect(told.stdout).toContain('Jangan diandalkan');
  });

  test('a second stamp finds a place beside the watermark', async () => {
    const stamp = ['--text', 'Sekda', '--pin-stdin', '--out'];
    const given = { input: '123456\n' };
    const first = ['--practice', 'sign', sampleIn(folder, 'dua-stempel.pdf'), ...stamp];
    expect((await pena([...first, at('stempel-1.pdf')], given)).status).toBe(0);
    const second = ['--practice', 'sign', at('stempel-1.pdf'), ...stamp, at('stempel-2.pdf')];
    const signed = await pena(second, given);
    expect([signed.status, signed.stderr]).toEqual([0, expect.not.stringContaining('Kode:')]);
    expect((await verify(['--practice'], at('stempel-2.pdf'))).verdict).toBe('TOTAL_PASSED');
  });

  test('its authority is taken by no command outside', async () => {
    const { status, stderr } = await pena(['verify', '--trust', anchor, at('surat-latihan.pdf')]);
    expect(stderr).toContain('TRUST_PRACTICE');
    expect(status).toBe(65);
  });

  test('its journal and registry are apart', () => {
    expect(existsSync(join(profile, 'journal'))).toBe(true);
    // No command outside signed or saw a certificate.
    expect(existsSync(join(userFolder, 'config', 'pena', 'journal'))).toBe(false);
    expect(existsSync(join(userFolder, 'config', 'pena', 'certificates.json'))).toBe(false);
  });

  test('looks at no token but its own', async () => {
    const { stderr } = await pena(['--practice', 'tokens', '--module', '/usr/lib/lain.so']);
    expect(stderr).toContain('PRACTICE_TOKEN_ONLY');
    const { stdout } = await pena(['--practice', 'tokens', '--json']);
    const listed = JSON.parse(stdout) as { label: string; certificates: { canSign: boolean }[] }[];
    expect(listed.map(({ label }) => label)).toContain('TOKEN LATIHAN');
    expect(listed.flatMap((one) => one.certificates).some(({ canSign }) => canSign)).toBe(true);
  });

  test('asks nobody outside this computer', async () => {
    const { stderr, status } = await pena(
      [
        ...['--practice', 'sign', sampleIn(folder, 'dua.pdf'), '--out', at('dua-ttd.pdf')],
        ...['--level', 'b-t', '--tsa', 'http://tsa.contoh.go.id/', '--pin-stdin'],
      ],
      { input: '123456\n' },
    );
    expect(stderr).toContain('PRACTICE_OFFLINE');
    expect(status).not.toBe(0);
    expect(existsSync(at('dua-ttd.pdf'))).toBe(false);
  });

  test('takes no real certificate', async () => {
    const ca = await makeCa(at('ca'), { baseUrl: 'http://127.0.0.1:1', algorithm: 'ec:P-256' });
    const real = await issue(ca, 'asli', 'signer', { subject: '/C=ID/CN=PEJABAT ASLI' });
    await writeP12(ca, real, { path: at('asli.p12'), passphrase: 'uji', friendlyName: 'asli' });
    const args = ['sign', sampleIn(folder, 'tiga.pdf'), '--out', at('tiga-ttd.pdf')];
    const { stderr } = await pena(['--practice', ...args, '--p12', at('asli.p12'), '--pin-stdin'], {
      input: 'uji\n',
    });
    expect(stderr).toContain('CERT_NOT_PRACTICE');
    expect(existsSync(at('tiga-ttd.pdf'))).toBe(false);
  });

  test('is deleted whole, and nothing else with it', async () => {
    writeFileSync(at('biarkan'), '');
    expect((await pena(['practice', 'reset'])).status).toBe(0);
    expect(existsSync(profile)).toBe(false);
    expect((await pena(['practice', 'status'])).stdout).toContain('Belum ada token latihan');
  });
});

describe('practice mode without SoftHSM2', () => {
  test('makes a key file instead, says so, and signs with it', async () => {
    const made = await pena(['practice', 'start'], { env: bare });
    expect(made.stderr).toContain('SoftHSM2 tidak terpasang');
    expect(made.stdout).toContain('latihan-saja');
    const file = join(profile, 'practice', 'kunci-latihan.p12');
    const info = ['pkcs12', '-in', file, '-nokeys', '-passin', 'pass:latihan-saja', '-info'];
    expect(execFileSync('openssl', info, { stdio: 'pipe' }).toString()).toContain(
      'NAMA PEJABAT LATIHAN',
    );
    const output = at('berkas-latihan.pdf');
    const args = ['sign', sampleIn(folder, 'empat.pdf'), '--out', output, '--p12', file];
    const signed = await pena(['--practice', ...args, '--pin-stdin'], {
      ...{ input: 'latihan-saja\n', env: bare },
    });
    expect(signed.status).toBe(0);
    expect((await verify(['--practice'], output)).verdict).toBe('TOTAL_PASSED');
    const outside = await pena(
      ['sign', ...args.slice(1, 3), at('lain.pdf'), ...args.slice(4), '--pin-stdin'],
      {
        input: 'latihan-saja\n',
      },
    );
    expect(outside.stderr).toContain('CERT_PRACTICE');
  });
});
