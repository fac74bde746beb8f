// Applications from the first word to the answer: one list of what is asked for, papers kept encrypted, a package
// that the desk checks by the same list.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  APPLICATION_KINDS,
  APPLICATION_RULES,
  type ApplicationKind,
  type ApplicationPaper,
} from '../../../../core/domain/application-kind.ts';
import { readCertificate } from '../../../../core/cms/certificate.ts';
import { formatDate } from '../../../../core/domain/local-time.ts';
import { toPenaError } from '../../../../core/domain/pena-error.ts';
import type { Told } from '../../../../core/lifecycle/applications/application.ts';
import { letterFieldsOf } from '../../../../core/lifecycle/applications/letter-fields.ts';
import {
  applicationPackage,
  missingOf,
  openApplication,
} from '../../../../core/lifecycle/applications/package.ts';
import { gapsOf, stateOf, untilOf } from '../../../../core/lifecycle/applications/state.ts';
import {
  addApplicationPaper,
  beginApplication,
  note,
  readApplication,
  tell,
} from '../../../../core/lifecycle/applications/steps.ts';
import { gapsOfLetter, letterTemplate } from '../../../../core/lifecycle/letters/template.ts';
import { writePackage } from '../../../../core/lifecycle/package/write-package.ts';
import { CaseFolder } from '../../../../native/cases/case-folder.ts';
import { resourcePath } from '../../../../native/files/resources.ts';
import { refusedWith } from '../../../support/rejection.ts';
import { report } from '../../../support/report/reports.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { makeAuthority, makeSigner } from '../../support/test-certificates.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const NIK = '6472010101800001';
const PDF = Buffer.from('%PDF-1.7\n% surat\n%%EOF\n');

const template = (name: string) =>
  letterTemplate.parse(JSON.parse(readFileSync(resourcePath('letters', `${name}.json`), 'utf8')));

/** What the templates call the attachments of Pasal 11. */
const ATTACHED: Readonly<Record<string, ApplicationPaper | 'mail'>> = {
  'surat-pengantar': 'cover-letter',
  rekomendasi: 'recommendation',
  'sk-jabatan': 'appointment',
  'penunjukan-wewenang': 'authority',
  'email-dinas': 'mail',
  ktp: 'identity-card',
};

describe.each(APPLICATION_KINDS)('what %s asks for', (kind) => {
  const rule = APPLICATION_RULES[kind];
  const letter = template(rule.letter);

  it('is what its letter asks for, by the same article', () => {
    expect([...rule.needed, 'letter.date'].sort()).toEqual([...letter.required].sort());
    const [article = '', paragraph] = rule.article.split(/[()]/);
    expect(letter.source).toContain(
      paragraph === undefined ? `Pasal ${article}` : `Pasal ${article} ayat (${paragraph})`,
    );
    const papers = rule.papers.filter((paper) => paper !== 'letter');
    const enclosed = letter.attachments.map(({ id }) => ATTACHED[id] ?? id);
    expect(enclosed.filter((id) => id !== 'mail')).toEqual(papers);
    expect(enclosed.includes('mail')).toBe(rule.mailEnclosed);
  });

  it('leaves no place of its letter that nobody can fill, and names none that it has not', () => {
    const places = new Set(
      Array.from(JSON.stringify(letter).matchAll(/\{([a-z]+\.[A-Za-z0-9]+)\}/g), (m) => m[1] ?? ''),
    );
    const made = ['agreement.sha256', 'problem.sha256'];
    const told: string[] = [...rule.needed, ...rule.optional];
    expect([...places].filter((name) => !told.includes(name) && !made.includes(name))).toEqual([]);
    const printed = ['letter.number', 'letter.place'];
    expect(told.filter((name) => !places.has(name) && !printed.includes(name))).toEqual([]);
  });
});

it('asks for exactly the enclosures of Pasal 11(3), 11(4) and 11(5)', () => {
  const four = ['letter', 'cover-letter', 'recommendation', 'identity-card'];
  expect(APPLICATION_RULES.individual.papers).toEqual(four);
  expect(APPLICATION_RULES.system.papers).toEqual(four);
  expect(APPLICATION_RULES.position.papers).toEqual([
    ...['letter', 'cover-letter', 'recommendation', 'appointment', 'authority', 'identity-card'],
  ]);
});

const OWNER: Told = {
  ...{ 'owner.name': 'Budi Contoh', 'owner.nip': '198001012005011001', 'owner.nik': NIK },
  ...{ 'owner.position': 'Kepala Bidang', 'owner.unit': 'Dinas Contoh' },
  ...{ 'owner.email': 'budi@contoh.test', 'letter.number': '1/2026', 'letter.place': 'Contoh' },
  'authority.name': 'Kepala Dinas Contoh',
};

async function begun(kind: ApplicationKind, told: Told = OWNER) {
  const folder = temporaryFolder();
  const store = new CaseFolder(folder, new Uint8Array(32).fill(5));
  const id = randomUUID();
  const one = beginApplication({ id, kind, certificate: null, before: {}, zone: 'WITA' }, NOW);
  await store.write(id, one);
  return { id, store, folder, one: await tell(store, id, told) };
}

async function complete(kind: ApplicationKind = 'individual', told: Told = OWNER) {
  const { id, store, folder } = await begun(kind, told);
  for (const paper of APPLICATION_RULES[kind].papers) {
    await addApplicationPaper(store, id, paper, Buffer.concat([PDF, Buffer.from(paper)]), NOW);
  }
  return { id, store, folder, one: await readApplication(store, id) };
}

describe('an application', () => {
  it('tells what is missing until all is there', async () => {
    const { id, store, one } = await begun('individual', { 'owner.name': 'Budi' });
    expect(stateOf(one)).toBe('draft');
    expect(gapsOf(one).papers).toHaveLength(4);
    expect(gapsOf(one).fields).toContain('owner.nik');
    await tell(store, id, OWNER);
    for (const paper of ['letter', 'cover-letter', 'recommendation'] as const) {
      const next = await addApplicationPaper(store, id, paper, PDF, NOW);
      expect(stateOf(next)).toBe('draft');
    }
    expect(
      await refusedWith(note(store, id, { kind: 'handed-in', at: NOW.toISOString() })),
    ).toEqual({ code: 'CASE_DATA_INVALID', params: { field: 'handed-in' } });
    const last = await addApplicationPaper(store, id, 'identity-card', PDF, NOW);
    expect(gapsOf(last)).toEqual({ fields: [], papers: [], agreement: false });
    expect(stateOf(last)).toBe('complete');
  });

  it('takes no paper that its article does not name, and no file that is no scan', async () => {
    const { id, store } = await begun('individual');
    expect((await refusedWith(addApplicationPaper(store, id, 'appointment', PDF, NOW))).code).toBe(
      'CASE_DATA_INVALID',
    );
    const text = Buffer.from('bukan pindai');
    expect((await refusedWith(addApplicationPaper(store, id, 'letter', text, NOW))).code).toBe(
      'PAPER_UNSUPPORTED',
    );
  });

  it('keeps the NIK that is there where none is typed, and refuses what cannot be one', async () => {
    const { id, store } = await begun('individual');
    const next = await tell(store, id, { 'owner.nik': '', 'owner.rank': 'Penata' });
    expect(next.told).toMatchObject({ 'owner.nik': NIK, 'owner.rank': 'Penata' });
    expect(await refusedWith(tell(store, id, { 'owner.nik': '123' }))).toEqual({
      ...{ code: 'CASE_DATA_INVALID', params: { field: 'owner.nik' } },
    });
    const turned = 'Budi \u202e idub';
    expect((await refusedWith(tell(store, id, { 'owner.name': turned }))).code).toBe(
      'CASE_DATA_INVALID',
    );
  });

  it('goes from handed in to rejected with reasons, and back again', async () => {
    const { id, store } = await complete();
    const at = NOW.toISOString();
    expect(stateOf(await note(store, id, { kind: 'handed-in', at }))).toBe('handed-in');
    const answered = { kind: 'answered', at, state: 'rejected' } as const;
    expect((await refusedWith(note(store, id, { ...answered, reason: ' ' }))).params).toEqual({
      field: 'reason',
    });
    const rejected = await note(store, id, { ...answered, reason: 'Pindai KTP tidak terbaca.' });
    expect(stateOf(rejected)).toBe('rejected');
    expect(stateOf(await note(store, id, { kind: 'handed-in', at }))).toBe('handed-in');
    const accepted = { ...answered, state: 'accepted', reason: '' } as const;
    expect(stateOf(await note(store, id, accepted))).toBe('accepted');
  });

  it('is not complete before its owner has agreed, where agreeing is what it is about', async () => {
    const { id, store, one } = await complete('duties');
    expect(gapsOf(one)).toMatchObject({ papers: [], agreement: true });
    const next = await note(store, id, { kind: 'agreed', at: NOW.toISOString() });
    expect(stateOf(next)).toBe('complete');
  });

  it('lies on the disk without a readable word of it', async () => {
    const { folder } = await complete();
    const names = readdirSync(folder);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const bytes = readFileSync(join(folder, name)).toString('latin1');
      expect(`${name} ${bytes}`).not.toMatch(/Budi|6472010101800001|%PDF/);
    }
  });
});

describe('a renewal', () => {
  const { der } = makeSigner('Budi', makeAuthority('CA uji'));
  const own = readCertificate(der);
  const beginning = { id: randomUUID(), kind: 'renewal', certificate: der, zone: 'WITA' } as const;

  it('knows its certificate, and until when it has to be handed in', () => {
    const one = beginApplication({ ...beginning, before: {} }, NOW);
    expect(one.told).toMatchObject({
      ...{ 'certificate.serial': own.serial, 'certificate.issuer': own.issuer },
      ...{ 'certificate.notAfter': formatDate(own.notAfter, 'WITA', 'id'), 'owner.name': 'Budi' },
    });
    expect(untilOf(one)).toBe(own.notAfter.toISOString());
  });

  it('takes over people from the letter before, and nothing that was that letter’s own', () => {
    const before = { ...OWNER, 'request.position': 'Sekretaris', 'certificate.serial': 'ff' };
    const { told } = beginApplication({ ...beginning, before }, NOW);
    expect([told['owner.name'], told['authority.name']]).toEqual([
      ...['Budi Contoh', 'Kepala Dinas Contoh'],
    ]);
    expect(told['letter.number']).toBeUndefined();
    expect(told['certificate.serial']).toBe(own.serial);
  });
});

describe('the letter of an application', () => {
  it('is complete where the application says so', async () => {
    const { one } = await complete();
    const fields = letterFieldsOf(one, 'WITA', NOW);
    expect(fields['letter.date']).toBe('26 November 2026');
    const enclosed = ['surat-pengantar', 'rekomendasi', 'email-dinas', 'ktp'];
    const gaps = gapsOfLetter(template('permohonan-individu'), fields, enclosed);
    expect(gaps).toEqual({ fields: [], attachments: [] });
  });
});

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (thrown) {
    return toPenaError(thrown).code;
  }
}

describe('an application package', () => {
  it('brings what it says, complete by its article, and no NIK', async () => {
    const { one, store } = await complete('position', {
      ...OWNER,
      'request.position': 'Sekretaris',
    });
    const bytes = await applicationPackage(one, store, NOW);
    const { request, papers } = openApplication(bytes);
    expect(request).toMatchObject({
      ...{ kind: 'position', about: 'Sekretaris', letterNumber: '1/2026' },
      applicant: { name: 'Budi Contoh', nip: '198001012005011001', email: 'budi@contoh.test' },
    });
    expect(papers.map(({ paper }) => paper)).toEqual(APPLICATION_RULES.position.papers);
    expect(Buffer.from(papers[0]?.bytes ?? []).toString()).toContain('letter');
    expect(missingOf(request)).toEqual({ papers: [], mail: false });
    for (const entry of Object.values(unzipSync(bytes))) {
      expect(Buffer.from(entry).toString('latin1')).not.toContain(NIK);
    }
  });

  it('is told what it lacks at the desk', async () => {
    const { one, store } = await complete();
    const { request } = openApplication(await applicationPackage(one, store, NOW));
    const papers = request.papers.filter(({ paper }) => paper !== 'identity-card');
    const applicant = { ...request.applicant, email: '' };
    expect(missingOf({ ...request, papers, applicant })).toEqual({
      ...{ papers: ['identity-card'], mail: true },
    });
  });

  it('is not written before it is complete', async () => {
    const { one, store } = await begun('individual');
    expect((await refusedWith(applicationPackage(one, store, NOW))).code).toBe('CASE_DATA_INVALID');
  });

  it('is refused where anything in it was changed, added or is of another sort', async () => {
    const { one, store } = await complete();
    const bytes = await applicationPackage(one, store, NOW);
    const changed = (change: (entries: Record<string, Uint8Array>) => void): Uint8Array => {
      const entries = unzipSync(bytes);
      change(entries);
      return zipSync(entries);
    };
    const other = changed((entries) => (entries['papers/1.pdf'] = Buffer.from('%PDF-1.7 lain')));
    expect(codeOf(() => openApplication(other))).toBe('PACKAGE_DIGEST_WRONG');
    const more = changed((entries) => (entries['papers/9.pdf'] = PDF));
    expect(codeOf(() => openApplication(more))).toBe('PACKAGE_DIGEST_WRONG');
    const path = changed((entries) => (entries['../surat.pdf'] = PDF));
    expect(codeOf(() => openApplication(path))).toBe('PACKAGE_INVALID');
    const aReport = await writePackage(report(), [], null);
    expect(codeOf(() => openApplication(aReport))).toBe('PACKAGE_INVALID');
    for (let at = 0; at < bytes.length; at += 97) {
      const cut = bytes.subarray(0, at);
      expect(codeOf(() => openApplication(cut))).toMatch(/^PACKAGE_/);
    }
  });
});
