// One report as a person at the desk reads it: NIP and e-mail disguised unless asked for.
import { formatDateTime } from '../../core/domain/local-time.ts';
import type { RevocationRequest } from '../../core/domain/revocation-request.ts';
import { masked } from '../../core/lifecycle/registration/masked.ts';
import type { Fact } from '../output.ts';
import type { Shell } from '../shell.ts';
import { registrationTexts } from '../texts/registration.ts';

export function reportFacts(
  request: RevocationRequest,
  { language, zone }: Shell,
  full: boolean,
): readonly Fact[] {
  const { facts, grounds, reporters, papers } = registrationTexts(language);
  const shown = full ? request : masked(request);
  const { owner, certificate, ground, invalidityDate, reportedBy, narrative } = shown;
  const names = shown.papers.map(({ kind, name }) => `${papers[kind]}: ${name}`);
  return [
    {
      name: facts.owner,
      value: [owner.name, owner.nip, owner.email].filter((part) => part !== null).join(', '),
    },
    { name: facts.serial, value: certificate.serial },
    { name: facts.issuer, value: certificate.issuer },
    { name: facts.ground, value: grounds[ground] },
    ...(invalidityDate === null
      ? []
      : [{ name: facts.since, value: formatDateTime(invalidityDate, zone, language) }]),
    { name: facts.reporter, value: reporters[reportedBy] },
    ...(narrative === '' ? [] : [{ name: facts.narrative, value: narrative.split('\n') }]),
    ...(names.length === 0 ? [] : [{ name: facts.papers, value: names }]),
  ];
}
