// Verifying an open document.
import { validationContract } from '../../../core/contract/validation.ts';
import { extraAnchors } from '../../main/development.ts';
import type { Documents } from '../../main/documents.ts';
import { answer } from '../answer.ts';

export function validationAnswers(documents: Documents) {
  return {
    'validation.start': answer(validationContract['validation.start'], async ({ document }) => {
      const { name, file } = documents.get(document);
      const now = new Date();
      const report = await documents.read('validate', { file, anchors: await extraAnchors(), now });
      return { name, checkedAt: now.toISOString(), ...report };
    }),
  };
}
