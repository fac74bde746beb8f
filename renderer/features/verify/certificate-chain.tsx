// The certificates of one signature, from the signer up to the anchor, each with all that it says.
import { useTranslation } from 'react-i18next';
import type { ShownCertificate } from '../../../core/contract/validation.ts';
import { commonName, groupDigest, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { Facts } from '../../components/facts.tsx';
import { certificateFacts } from './certificate-facts.ts';
import classes from './certificates.module.css';

interface Props {
  /** SHA-256 of each, signer first. */
  readonly chain: readonly string[];
  readonly certificates: readonly ShownCertificate[];
  /** Whose the first is. */
  readonly first: 'signer' | 'stamper' | 'responder';
  readonly zone: Zone;
}

export function CertificateChain({ chain, certificates, first, zone }: Props) {
  const { t, i18n } = useTranslation('verify');
  const wording = { t, language: languageOf(i18n.language), zone };
  return (
    <ol className={classes['chain']} data-testid="chain">
      {chain.map((sha256, index) => {
        const found = certificates.find((one) => one.sha256 === sha256);
        const role =
          index === 0
            ? t(`certificate.${first}`)
            : t(found?.trustedBy ? 'certificate.anchor' : 'certificate.issuer');
        if (found === undefined) {
          return (
            <li key={sha256}>
              <span className={classes['role']}>{role}</span>
              <code>{groupDigest(sha256)}</code>
            </li>
          );
        }
        return (
          <li key={sha256}>
            <span className={classes['role']}>{role}</span>
            {found.trustedBy !== null && (
              <Badge tone={found.trustedBy === 'TRUST_LIST' ? 'ok' : 'plain'}>
                {t(`certificate.trustedBy.${found.trustedBy}`)}
              </Badge>
            )}
            <Disclosure summary={commonName(found.subject)}>
              <Facts dense facts={certificateFacts(found, wording)} />
            </Disclosure>
          </li>
        );
      })}
    </ol>
  );
}
