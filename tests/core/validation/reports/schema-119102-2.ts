// The schema of ETSI TS 119 102-2 V1.4.1 as far as our reports use it, written down by hand: which elements
// stand in which, in which order, and how often. "?" at most once, "*" any number, "+" at least one.

type Rule = readonly string[] | 'text' | 'open';

const CONSTRAINT_STATUS = ['vr:MainIndication', 'vr:SubIndication*'];
const REFERENCE: Rule = [];
const DIGEST = ['ds:DigestMethod', 'ds:DigestValue'];
const TYPED = ['vr:Type', 'vr:Value'];
const TIMESTAMP = ['vr:AttributeObject*', 'vr:TimeStampValue'];

/** By name; by "parent/name" where the same name is another type. */
export const SCHEMA: Readonly<Record<string, Rule>> = {
  'vr:ValidationReport': [
    'vr:SignatureValidationReport+',
    'vr:SignatureValidationObjects?',
    'vr:SignatureValidator?',
  ],
  'vr:SignatureValidationReport': [
    'vr:SignatureIdentifier?',
    'vr:ValidationConstraintsEvaluationReport?',
    'vr:ValidationTimeInfo?',
    'vr:SignersDocument?',
    'vr:SignatureAttributes?',
    'vr:SignerInformation?',
    'vr:SignatureQuality?',
    'vr:SignatureValidationProcess?',
    'vr:SignatureValidationStatus',
    'vr:OtherInformation?',
  ],
  'vr:SignatureIdentifier': [
    'vr:DigestAlgAndValue?',
    'ds:SignatureValue?',
    'vr:HashOnly',
    'vr:DocHashOnly',
    'vr:DAIdentifier?',
    'vr:OtherInformation?',
  ],
  'vr:SignatureValidator': ['vr:DigitalId+', 'vr:TSPInformation?', 'vr:OtherInformation?'],
  'vr:DigitalId': ['tsl:Other'],
  'tsl:Other': 'open',
  'vr:OtherInformation': 'open',
  'vr:SignatureValidationStatus': [...CONSTRAINT_STATUS, 'vr:AssociatedValidationReportData*'],
  'vr:ValidationStatus': [...CONSTRAINT_STATUS, 'vr:AssociatedValidationReportData*'],
  'vr:ValidationConstraintsEvaluationReport': [
    'vr:SignatureValidationPolicy?',
    'vr:ValidationConstraint*',
  ],
  'vr:SignatureValidationPolicy': [
    'vr:SignaturePolicyIdentifier',
    'vr:PolicyName?',
    'vr:FormalPolicyURI?',
    'vr:ReadablePolicyURI?',
  ],
  'vr:SignaturePolicyIdentifier': ['XAdES:SignaturePolicyImplied'],
  'vr:ValidationConstraint': [
    'vr:ValidationConstraintIdentifier',
    'vr:ValidationConstraintParameter*',
    'vr:ConstraintStatus',
    'vr:ValidationStatus?',
    'vr:Indications?',
  ],
  'vr:ConstraintStatus': ['vr:Status', 'vr:OverriddenBy?'],
  'vr:ValidationConstraintParameter': TYPED,
  'vr:ReportData': TYPED,
  'vr:ValidationTimeInfo': ['vr:ValidationTime', 'vr:BestSignatureTime'],
  'vr:BestSignatureTime': ['vr:POETime', 'vr:TypeOfProof', 'vr:POEObject?'],
  'vr:SignersDocument': [
    'vr:DigestAlgAndValue',
    'vr:SignersDocumentRepresentation?',
    'vr:SignersDocumentRef?',
  ],
  'vr:DigestAlgAndValue': DIGEST,
  'vr:SigningTime': ['vr:AttributeObject*', 'vr:Time'],
  'vr:SignatureTimeStamp': TIMESTAMP,
  'vr:DocTimeStamp': TIMESTAMP,
  'vr:SubFilter': ['vr:AttributeObject*', 'vr:SubFilterElement'],
  'vr:SignerInformation': ['vr:SignerCertificate', 'vr:Signer?', 'vr:OtherInformation?'],
  'vr:SignatureQuality': ['vr:SignatureQualityInformation+'],
  'vr:SignatureValidationProcess': [
    'vr:SignatureValidationProcessID?',
    'vr:SignatureValidationServicePolicy?',
    'vr:SignatureValidationPracticeStatement?',
  ],
  'vr:AssociatedValidationReportData': [
    'vr:TrustAnchor?',
    'vr:CertificateChain?',
    'vr:RelatedValidationObject*',
    'vr:RevocationStatusInformation?',
    'vr:CryptoInformation?',
    'vr:AdditionalValidationReportData?',
  ],
  'vr:CertificateChain': [
    'vr:SigningCertificate',
    'vr:IntermediateCertificate*',
    'vr:TrustAnchor?',
  ],
  'vr:RevocationStatusInformation': [
    'vr:ValidationObjectId',
    'vr:RevocationTime',
    'vr:RevocationReason?',
    'vr:RevocationObject?',
  ],
  'vr:AdditionalValidationReportData': ['vr:ReportData+'],
  'vr:SignatureValidationObjects': ['vr:ValidationObject+'],
  'vr:ValidationObject': [
    'vr:ObjectType',
    'vr:ValidationObjectRepresentation',
    'vr:POE?',
    'vr:POEProvisioning?',
    'vr:ValidationReport?',
  ],
  'vr:direct': 'open',
  'vr:Value': 'text',
  'XAdES:SignaturePolicyImplied': [],
  'ds:DigestMethod': [],
  'vr:AttributeObject': REFERENCE,
  'vr:POEObject': REFERENCE,
  'vr:SignersDocumentRef': REFERENCE,
  'vr:SignerCertificate': REFERENCE,
  'vr:TrustAnchor': REFERENCE,
  'vr:SigningCertificate': REFERENCE,
  'vr:IntermediateCertificate': REFERENCE,
  'vr:ValidationObjectId': REFERENCE,
};

/** Elements that may stand in any order, one at least (xs:choice maxOccurs="unbounded"). */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'vr:SignatureAttributes': [
    'vr:SigningTime',
    'vr:SignatureTimeStamp',
    'vr:DocTimeStamp',
    'vr:SubFilter',
    'vr:ByteRange',
  ],
  'vr:ValidationObjectRepresentation': ['vr:direct', 'vr:base64', 'vr:DigestAlgAndValue', 'vr:URI'],
};

/** What a text must look like, by the schema's simple types. */
export const TEXTS: Readonly<Record<string, RegExp>> = {
  'vr:ValidationTime': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  'vr:POETime': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  'vr:RevocationTime': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  'vr:TimeStampValue': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  'vr:Time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
  'vr:HashOnly': /^(true|false)$/,
  'vr:DocHashOnly': /^(true|false)$/,
  'vr:ByteRange': /^-?\d+( -?\d+)*$/,
  'ds:DigestValue': /^[A-Za-z0-9+/]{43}=$/,
  'vr:MainIndication': /^urn:[a-z]+:/,
  'vr:SubIndication': /^urn:etsi:019102:subindication:[A-Z_]+$/,
};
