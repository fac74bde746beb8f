// Time-stamp tokens over a digest that is known already, for document time stamps in memory.
import {
  der,
  derOctetString,
  derOid,
  derSequence,
  derSmallInteger,
} from '../../../core/cms/der-writer.ts';
import { createHash } from 'node:crypto';
import { OID } from '../../../core/cms/oids.ts';
import { makeCms } from '../../core/support/test-cms.ts';
import { makeSigner, type TestCertificate } from '../../core/support/test-certificates.ts';

export function makeTimestampAuthority(issuer: TestCertificate): TestCertificate {
  return makeSigner('LATIHAN TSA', issuer, { purposes: ['1.3.6.1.5.5.7.3.8'] });
}

export function tokenOver(digest: Uint8Array, authority: TestCertificate): Uint8Array {
  const tstInfo = derSequence(
    derSmallInteger(1),
    derOid('1.2.3.4'),
    derSequence(derSequence(derOid(OID.sha256)), derOctetString(digest)),
    derSmallInteger(7),
    der(0x18, Buffer.from('20261124021500Z')),
  );
  return makeCms({
    ...{ signer: authority, content: tstInfo, contentType: OID.tstInfo },
    digest: createHash('sha256').update(tstInfo).digest(),
  });
}
