// Finds a certificate's issuers among the other certificates of its token, for the signature to carry.
// Only names and signatures are matched: whether the chain is to be trusted is judged elsewhere.
import { X509Certificate } from 'node:crypto';

const MAX_LENGTH = 10;

/** DER of the issuer, its issuer and so on, as far as `others` reaches; never `certificate` itself. */
export function issuersOf(certificate: Uint8Array, others: readonly Uint8Array[]): Uint8Array[] {
  const candidates = others.map(parse).filter((candidate) => candidate !== null);
  const chain: X509Certificate[] = [];
  let current = parse(certificate);
  while (current !== null && chain.length < MAX_LENGTH) {
    const subject: X509Certificate = current;
    current =
      candidates.find((issuer) => !chain.includes(issuer) && issued(issuer, subject)) ?? null;
    if (current !== null) chain.push(current);
  }
  return chain.map(({ raw }) => new Uint8Array(raw));
}

/** The common name of a certificate's subject, the last where it has several; empty without one. */
export function subjectName(certificate: Uint8Array): string {
  // The text form of Node's `subject` escapes commas and the like; only this form gives plain values.
  const subject: Readonly<Record<string, unknown>> = {
    ...parse(certificate)?.toLegacyObject().subject,
  };
  const names = [subject['CN']].flat().filter((name) => typeof name === 'string');
  return names.at(-1)?.replace(/\p{C}/gu, ' ') ?? '';
}

function issued(issuer: X509Certificate, subject: X509Certificate): boolean {
  // A root issues itself: it ends the chain.
  if (issuer.fingerprint256 === subject.fingerprint256) return false;
  return subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function parse(der: Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(der);
  } catch {
    return null;
  }
}
