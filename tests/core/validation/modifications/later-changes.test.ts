// What later revisions changed, gathered backwards, against going through them for each revision anew.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StructureFault } from '../../../../core/pdf/structure-fault.ts';
import type { RevisionChange } from '../../../../core/validation/modifications/finding.ts';
import {
  type ChangeLevel,
  type Finding,
  isDoubtful,
  isForbidden,
  worst,
} from '../../../../core/validation/modifications/finding.ts';
import { LaterChanges } from '../../../../core/validation/modifications/later-changes.ts';

const finding = fc
  .constantFrom<[Finding['code'], ChangeLevel]>(
    ['SIGNATURE_ADDED', 'FORM_FILLING'],
    ['VALIDATION_DATA_ADDED', 'LTA_UPDATES'],
    ['ANNOTATION_ADDED', 'ANNOTATIONS'],
    ['CONTENT_MAY_BE_COVERED', 'ANNOTATIONS'],
    ['PAGE_CONTENT_CHANGED', 'OTHER'],
  )
  .map(([code, level]): Finding => ({ code, level, params: {} }));
const fault = fc.constantFrom<StructureFault>('size', 'comment', 'sections');
const change = fc.option(
  fc.record<RevisionChange>({
    level: fc.constantFrom<ChangeLevel>('NONE', 'LTA_UPDATES', 'FORM_FILLING', 'ANNOTATIONS'),
    findings: fc.array(finding, { maxLength: 3 }),
    faults: fc.uniqueArray(fault, { maxLength: 2 }),
  }),
);

describe('what happened after a revision', () => {
  it('is what the later ones found, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.uniqueArray(fault, { maxLength: 1 }),
        (revisions, faults) => {
          const later = new LaterChanges({ revisions, faults });
          revisions.forEach((_, at) => {
            const those = revisions.flatMap((one, i) =>
              one !== null && i > at ? [{ ...one, revision: i + 1 }] : [],
            );
            const found = those.flatMap((one) =>
              one.findings.map((each) => ({ revision: one.revision, finding: each })),
            );
            const broken = [...new Set([...faults, ...those.flatMap((one) => one.faults)])];
            const levels = those.map(({ level }) => level);
            expect(later.after(at)).toEqual({
              changes: found,
              faults: broken,
              harmless: !found.some(
                ({ finding: { code } }) => isForbidden(code) || isDoubtful(code),
              ),
              level: worst([...levels, broken.length > 0 ? 'OTHER' : 'NONE']),
            });
          });
        },
      ),
    );
  });
});
