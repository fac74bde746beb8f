// The two BSrE documents of the corpus against what two other validators say of them (expected.json).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chainReach } from '../../../core/domain/chain-reach.ts';
import { reasonSentence } from '../../../core/domain/messages/sentence.ts';
import { validateDocument } from '../../../core/validation/validate-document.ts';
import { shippedTrustList } from '../../../native/files/trust-list.ts';
import { NO_CORPUS, sharedDir } from '../../support/corpus.ts';
import { memorySource } from '../support/memory-source.ts';
import { derOfPem } from '../support/pem.ts';

interface Expected {
  readonly conditions: { readonly anchors: readonly string[]; readonly validationTime: string };
  readonly documents: Readonly<Record<string, ExpectedDocument>>;
}
interface ExpectedDocument {
  readonly sha256: string;
  readonly revocation: string;
  readonly signatures: readonly {
    readonly field: string;
    readonly intact: boolean;
    readonly trustedChain: boolean;
    readonly coverage: string;
    readonly modification: string;
  }[];
}

const shared = sharedDir();
const NOW = new Date('2026-11-24T00:00:00Z');

function expectations(dir: string): Expected {
  return JSON.parse(readFileSync(join(dir, 'corpus/bsre/expected.json'), 'utf8')) as Expected;
}

describe.skipIf(shared === null)(
  `BSrE documents${shared === null ? ` (${NO_CORPUS})` : ''}`,
  () => {
    const dir = shared ?? '';
    const { conditions, documents } =
      shared === null ? { conditions: null, documents: {} } : expectations(dir);
    const anchors = (conditions?.anchors ?? []).map((file) => derOfPem(join(dir, file)));
    const at = new Date(conditions?.validationTime ?? 0);
    const validate = (name: string, when: Date | null, trusted: readonly Uint8Array[] = anchors) =>
      validateDocument(memorySource(readFileSync(join(dir, 'corpus/bsre', name))), {
        anchors: trusted,
        at: when,
        now: NOW,
      });

    it.each(Object.entries(documents))(
      '%s at the time of expected.json',
      async (name, document) => {
        const report = await validate(name, at);
        expect(report.sha256).toBe(document.sha256);
        expect(report.verdict).toBe('INDETERMINATE');
        expect(
          report.signatures.map(({ field, intact, trustAnchor, coverage }) => ({
            field,
            intact,
            trustedChain: trustAnchor !== null,
            coverage,
          })),
        ).toEqual(
          document.signatures.map(({ field, intact, trustedChain, coverage }) => ({
            field,
            intact,
            trustedChain,
            coverage,
          })),
        );
        const withOcsp = document.revocation.startsWith('OCSP');
        for (const [i, signature] of report.signatures.entries()) {
          const last = i === report.signatures.length - 1;
          expect(signature).toMatchObject({
            level: 'CMS',
            subIndication: 'TRY_LATER',
            modification: document.signatures[i]?.modification,
            revocation: {
              status: withOcsp ? 'GOOD' : 'UNKNOWN',
              source: withOcsp ? 'ocsp' : null,
              embedded: withOcsp ? ['ocsp'] : [],
            },
            timestamps: [{ type: 'signature', intact: true, trusted: true }],
          });
          expect(signature.bestTime).toBe(signature.timestamps[0]?.time);
          expect(signature.chain).toHaveLength(2);
          expect(signature.reasons.map(({ code }) => code)).toEqual([
            'SIGNATURE_INTACT',
            'CHAIN_TRUSTED',
            ...(withOcsp ? ['NOT_REVOKED'] : []),
            'TIMESTAMP_PRESENT',
            ...(last ? [] : ['LATER_CHANGES_ALLOWED']),
            'SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT',
            ...(withOcsp ? [] : ['REVOCATION_UNKNOWN']),
            'TIMESTAMP_REVOCATION_UNKNOWN',
          ]);
        }
      },
    );

    it('are trusted by the shipped fingerprints alone, and known as BSrE’s (Pasal 6)', async () => {
      for (const name of Object.keys(documents)) {
        const report = await validateDocument(
          memorySource(readFileSync(join(dir, 'corpus/bsre', name))),
          { anchors: [], trust: await shippedTrustList(), at, now: NOW },
        );
        expect(report.trustDate).toMatch(/^2026-/);
        for (const { issuedUnder, trustAnchor, timestamps } of report.signatures) {
          expect({ issuedUnder, trusted: timestamps[0]?.trusted }).toEqual({
            issuedUnder: 'BSRE',
            trusted: true,
          });
          expect(trustAnchor).toMatch(/^2178095b/);
        }
      }
    });

    it('says of an old document that it is intact and that its certificates have expired', async () => {
      const { signatures } = await validate('permenkominfo-2024-003.pdf', null);
      expect(signatures).toMatchObject([
        { intact: true, indication: 'INDETERMINATE', subIndication: 'OUT_OF_BOUNDS_NO_POE' },
      ]);
      const codes = signatures[0]!.reasons.map(({ code }) => code);
      expect(codes).toContain('CERTIFICATE_EXPIRED');
      expect(codes).toContain('TIMESTAMP_UNTRUSTED');
      const untrusted = signatures[0]!.reasons.find(({ code }) => code === 'TIMESTAMP_UNTRUSTED')!;
      expect(reasonSentence(untrusted.code, untrusted.params, 'id', 'WIB')).toContain(
        'tidak dapat dipercaya saat ini (rantai sertifikatnya: sudah kedaluwarsa)',
      );
    });

    it('still knows whose certificate it was when that has expired', async () => {
      const report = await validateDocument(
        memorySource(readFileSync(join(dir, 'corpus/bsre/permenkominfo-2024-003.pdf'))),
        { anchors: [], trust: await shippedTrustList(), at: null, now: NOW },
      );
      expect(report.signatures).toMatchObject([
        { issuedUnder: 'BSRE', subIndication: 'OUT_OF_BOUNDS_NO_POE', trustAnchor: null },
      ]);
      expect(report.signatures.map(chainReach)).toEqual(['past']);
    });

    it('finds no chain without anchors, and none to an anchor of another generation', async () => {
      const none = await validate('permenkominfo-2024-003.pdf', at, []);
      expect(none.signatures).toMatchObject([
        { intact: true, subIndication: 'NO_CERTIFICATE_CHAIN_FOUND', trustAnchor: null },
      ]);
      expect(none.signatures[0]!.reasons.map(({ code }) => code)).toContain('NO_ANCHORS');
      expect(none.signatures[0]!.timestamps).toMatchObject([{ intact: true, trusted: null }]);
      const root = await validate('permenkominfo-2024-003.pdf', at, anchors.slice(1));
      expect(root.signatures).toMatchObject([
        { intact: true, subIndication: 'NO_CERTIFICATE_CHAIN_FOUND', trustAnchor: null },
      ]);
      expect(root.signatures[0]!.reasons.map(({ code }) => code)).toContain('CHAIN_NOT_FOUND');
      expect(root.signatures.map(chainReach)).toEqual(['open']);
    });

    it('notices any changed byte of what is signed', async () => {
      const file = readFileSync(join(dir, 'corpus/bsre/permenkominfo-2024-003.pdf'));
      const changed = Uint8Array.from(file);
      const offset = file.indexOf('/Producer');
      changed[offset + 12] = (changed[offset + 12] ?? 0) ^ 1;
      const report = await validateDocument(memorySource(changed), { anchors, at, now: NOW });
      expect(report).toMatchObject({
        verdict: 'TOTAL_FAILED',
        signatures: [{ intact: false, subIndication: 'HASH_FAILURE' }],
      });
    });
  },
);
