// What a report is made of: the judged files, and by what and when they were judged.
import type { Language } from '../../domain/language.ts';
import type { Zone } from '../../domain/local-time.ts';
import type { FileReport } from '../../domain/report.ts';

/** Where a report comes from. */
export interface ReportMeta {
  readonly tool: string;
  readonly version: string;
  /** When it was judged, ISO 8601 UTC. */
  readonly checkedAt: string;
  /** For which time it was judged, where that was not when it was (ISO 8601 UTC). */
  readonly judgedFor: string | null;
  /** Name of the policy; null where no file could be judged. */
  readonly policy: string | null;
  /** When the list of trust anchors was made, ISO 8601 date; null where none was used. */
  readonly trustDate: string | null;
}

export interface Verification {
  readonly meta: ReportMeta;
  readonly files: readonly FileReport[];
}

/** How a report speaks. */
export interface Reader {
  readonly language: Language;
  readonly zone: Zone;
}

export interface Origin {
  readonly version: string;
  readonly checkedAt: Date;
  /** The time asked for instead of now. */
  readonly at: Date | null;
}

/** Policy and trust list are those that the files were judged by. */
export function verification(files: readonly FileReport[], origin: Origin): Verification {
  const judged = files.find(({ error }) => error === null);
  const meta: ReportMeta = {
    tool: 'Pena',
    version: origin.version,
    checkedAt: origin.checkedAt.toISOString(),
    judgedFor: origin.at?.toISOString() ?? null,
    policy: judged?.policy ?? null,
    trustDate: judged?.trustDate ?? null,
  };
  return { meta, files };
}
