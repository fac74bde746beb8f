// Preparing a document for several signers.
import { prepareContract } from '../../../core/contract/prepare.ts';
import { prepareDocument, type PreparingParts } from '../../main/preparing.ts';
import { answer } from '../answer.ts';

export function prepareAnswers(parts: PreparingParts) {
  return {
    'prepare.start': answer(prepareContract['prepare.start'], (request) =>
      prepareDocument(parts, request),
    ),
  };
}
