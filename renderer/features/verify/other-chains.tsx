// The certificates of those whose word a signature rests on: its time stamps, and who answered about revocation.
import { useTranslation } from 'react-i18next';
import type { ShownCertificate, ShownSignatureReport } from '../../../core/contract/validation.ts';
import { commonName, type Zone } from '../../base/format.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { CertificateChain } from './certificate-chain.tsx';

interface Props {
  readonly signature: ShownSignatureReport;
  readonly certificates: readonly ShownCertificate[];
  readonly zone: Zone;
}

export function OtherChains({ signature, certificates, zone }: Props) {
  const { t } = useTranslation('verify');
  const { type, timestamps, revocation, chain } = signature;
  // A document time stamp is its own: its chain is shown as the signer's.
  const stamps = type === 'docTimeStamp' ? [] : timestamps.filter((one) => one.chain.length > 0);
  // The issuer itself is in the signer's chain already.
  const [responder] = revocation.chain;
  const apart = responder !== undefined && !chain.includes(responder);
  return (
    <>
      {stamps.map(({ time, authority, chain: own }) => (
        <Disclosure
          key={`${time} ${own[0] ?? ''}`}
          summary={t('certificate.stampTitle', { authority: commonName(authority) })}
        >
          <CertificateChain chain={own} certificates={certificates} first="stamper" zone={zone} />
        </Disclosure>
      ))}
      {apart && (
        <Disclosure summary={t('certificate.responderTitle')}>
          <CertificateChain
            chain={revocation.chain}
            certificates={certificates}
            first="responder"
            zone={zone}
          />
        </Disclosure>
      )}
    </>
  );
}
