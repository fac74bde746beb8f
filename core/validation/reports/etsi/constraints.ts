// Which constraints were applied and what each came to (TS 119 102-2 4.3.5): one for each reason given.
import type { Indication } from '../../../domain/indication.ts';
import type { Reason, SignatureReport } from '../../../domain/report.ts';
import { CHECKS } from '../../checks/all.ts';
import { CONSTRAINT_APPLIED, constraintIndication, ownUri, subIndication } from './names.ts';
import { element, type Element, leaf } from './xml.ts';

export function constraintsReport({
  reasons,
  indication,
  policy,
}: Pick<SignatureReport, 'reasons' | 'indication'> & { readonly policy: string }): Element {
  const policyElement = element(
    'vr:SignatureValidationPolicy',
    {},
    // The policy is the verifier's own; no signature names it.
    element('vr:SignaturePolicyIdentifier', {}, leaf('XAdES:SignaturePolicyImplied', '')),
    leaf('vr:PolicyName', policy),
  );
  return element(
    'vr:ValidationConstraintsEvaluationReport',
    {},
    policyElement,
    reasons.map((reason) => constraintOf(reason, indication)),
  );
}

const GRAVITY: Readonly<Record<Indication, number>> = {
  TOTAL_PASSED: 0,
  INDETERMINATE: 1,
  TOTAL_FAILED: 2,
};

function constraintOf({ code, params }: Reason, whole: Indication): Element {
  const check = CHECKS.find(({ reason }) => reason === code);
  // A policy may have made less of it: no constraint is graver than the signature.
  const graver = check !== undefined && GRAVITY[check.indication] > GRAVITY[whole];
  const indication = graver ? whole : (check?.indication ?? 'TOTAL_PASSED');
  const sub = indication === 'TOTAL_PASSED' ? null : (check?.subIndication ?? null);
  return element(
    'vr:ValidationConstraint',
    {},
    leaf('vr:ValidationConstraintIdentifier', ownUri('reason', code)),
    Object.entries(params).map(([name, value]) =>
      typed('vr:ValidationConstraintParameter', name, value),
    ),
    element('vr:ConstraintStatus', {}, leaf('vr:Status', CONSTRAINT_APPLIED)),
    element(
      'vr:ValidationStatus',
      {},
      leaf('vr:MainIndication', constraintIndication(indication)),
      sub === null ? null : leaf('vr:SubIndication', subIndication(sub)),
    ),
  );
}

/** TypedDataType: what it is, as a URI, and the value. */
export function typed(name: string, type: string, value: string | number): Element {
  return element(name, {}, leaf('vr:Type', ownUri('data', type)), leaf('vr:Value', String(value)));
}
