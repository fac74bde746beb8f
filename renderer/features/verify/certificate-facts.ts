// A certificate line by line, as other programs show it, in words where there are any.
import type { ShownCertificate } from '../../../core/contract/validation.ts';
import { formatDateTime, groupDigest } from '../../base/format.ts';
import type { Fact } from '../../components/facts.tsx';
import type { Wording } from './signature-facts.ts';

/** Purposes (RFC 5280 4.2.1.12, RFC 9336, and two vendors' own) by the keys of their words. */
const PURPOSES: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'ocspSigning',
  '1.3.6.1.5.5.7.3.36': 'documentSigning',
  '1.2.840.113583.1.1.5': 'documentSigning',
  '1.3.6.1.4.1.311.10.3.12': 'documentSigning',
};

export function certificateFacts(
  certificate: ShownCertificate,
  { t, language, zone }: Wording,
): Fact[] {
  const { keyUsage, extendedKeyUsage, policies, signedWith } = certificate;
  const time = (text: string): string => formatDateTime(text, zone, language);
  const usages = (keyUsage ?? []).map((name) => t(`certificate.keyUsages.${name as 'cRLSign'}`));
  const purposes = (extendedKeyUsage ?? []).map((oid) => {
    const key = PURPOSES[oid];
    return key === undefined ? oid : `${t(`certificate.purposes.${key as 'serverAuth'}`)} (${oid})`;
  });
  const unlimited = t('certificate.unlimited');
  return [
    { name: t('certificate.subject'), value: certificate.subject },
    { name: t('signature.issuer'), value: certificate.issuer },
    { name: t('certificate.serial'), value: groupDigest(certificate.serial), code: true },
    {
      name: t('certificate.validity'),
      value: t('signature.validityText', {
        from: time(certificate.notBefore),
        to: time(certificate.notAfter),
      }),
    },
    { name: t('certificate.keyUsage'), value: keyUsage === null ? unlimited : usages.join(', ') },
    {
      name: t('certificate.purpose'),
      value: extendedKeyUsage === null ? unlimited : purposes.join(', '),
    },
    ...(policies.length === 0
      ? []
      : [{ name: t('certificate.policies'), value: policies.join(', '), code: true }]),
    {
      name: t('certificate.mayIssue'),
      value: t(certificate.authority ? 'certificate.yes' : 'certificate.no'),
    },
    { name: t('certificate.key'), value: certificate.key },
    ...(signedWith === null ? [] : [{ name: t('certificate.signedWith'), value: signedWith }]),
    { name: 'SHA-256', value: groupDigest(certificate.sha256), code: true },
    { name: 'SHA-1', value: groupDigest(certificate.sha1), code: true },
  ];
}
