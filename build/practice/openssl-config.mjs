// openssl's configuration of the practice authority: what each kind of certificate may be used for.
import { PRACTICE_POLICY } from './constants.mjs';

/**
 * @param {string} baseUrl where services.mjs answers, e.g. http://127.0.0.1:18080
 * @param {boolean} marked whether its certificates bear practice mode's policy, outside which nobody trusts them
 * @returns {string} the text of ca.cnf; all paths in it are relative to the authority's folder
 */
export function opensslConfig(baseUrl, marked) {
  const policies = marked ? `certificatePolicies = ${PRACTICE_POLICY}\n` : '';
  return `# Practice authority (LATIHAN). Nothing signed with these keys has any legal value.
[req]
distinguished_name = empty
prompt = no
string_mask = utf8only
[empty]

[ca]
default_ca = practice
[practice]
dir = .
database = index.txt
serial = serial
crlnumber = crlnumber
new_certs_dir = issued
certificate = ca.pem
private_key = ca.key
default_md = sha256
default_days = 730
default_crl_days = 7
crl_extensions = crl_ext
policy = names
unique_subject = no
copy_extensions = none
string_mask = utf8only
[names]
C = optional
O = optional
OU = optional
CN = supplied

# RFC 5280 4.2.1: what a certificate is for.
[ca_ext]
${policies}basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[signer]
${policies}basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
authorityInfoAccess = OCSP;URI:${baseUrl}/ocsp,caIssuers;URI:${baseUrl}/ca.der
crlDistributionPoints = URI:${baseUrl}/ca.crl
# RFC 6960 4.2.2.2: issued by the CA itself, id-kp-OCSPSigning; nocheck, as nobody asks about it.
[ocsp]
${policies}basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = OCSPSigning
noCheck = ignored
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
# RFC 3161 2.3: the one and critical extended key usage of a time-stamp authority.
[tsa]
${policies}basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
authorityInfoAccess = OCSP;URI:${baseUrl}/ocsp,caIssuers;URI:${baseUrl}/ca.der
crlDistributionPoints = URI:${baseUrl}/ca.crl
[crl_ext]
authorityKeyIdentifier = keyid

[tsa_service]
dir = .
serial = ./tsaserial
signer_digest = sha256
# 2.999 is the arc for examples (ITU-T X.660): a practice policy has no number of its own.
default_policy = 2.999.1
digests = sha256,sha384,sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
signer_cert = tsa.pem
signer_key = tsa.key
certs = ca.pem
`;
}
