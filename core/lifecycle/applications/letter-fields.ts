// What an application's letter says: what was told, the day, and what follows from its papers.
import { formatDate, type Zone } from '../../domain/local-time.ts';
import type { LetterFields } from '../letters/template.ts';
import type { Application } from './application.ts';

export function letterFieldsOf({ told, papers }: Application, zone: Zone, now: Date): LetterFields {
  const sha256 = (paper: string): string =>
    papers.find((kept) => kept.paper === paper && kept.mediaType === 'application/pdf')?.sha256 ??
    '';
  const said = Object.entries(told).map(([name, value]) => [name, value ?? '']);
  return {
    ...(Object.fromEntries(said) as LetterFields),
    'letter.date': formatDate(now, zone, 'id'),
    // A PDF is kept as it came, so that its digest is the document's own.
    'agreement.sha256': sha256('agreement'),
    'problem.sha256': sha256('evidence'),
  };
}
