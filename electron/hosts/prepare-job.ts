// Puts fields for initials and signatures into a copy of a document, inside the document host.
import { PdfReader } from '../../core/pdf/reader.ts';
import type { SigningRequest } from '../../core/signing/request.ts';
import { fieldsOnText } from '../../core/signing/workflow/fields-on-text.ts';
import { prepareFields } from '../../core/signing/workflow/prepare-fields.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import type { AnswerOf, RequestOf } from './document-protocol.ts';

export async function prepare(
  { source, password }: Pick<SigningRequest, 'source' | 'password'>,
  { fields, output, overwrite }: RequestOf<'prepare'>,
): Promise<AnswerOf<'prepare'>> {
  // Before there are fields: of the text that was there.
  const onText = await fieldsOnText(await PdfReader.open(source, { password }), fields);
  const { documentSha256, sha256 } = await prepareFields({
    ...{ source, password, fields },
    openOutput: () => createAtomicOutput(output, { overwrite }),
  });
  return { documentSha256, resultSha256: sha256, onText };
}
