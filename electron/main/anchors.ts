// The trust anchors as the settings show them, and the way of a new one: chosen, shown with its fingerprint, trusted
// only when the person says that it is the right one.
import { X509Certificate } from 'node:crypto';
import { dialog, type BrowserWindow } from 'electron';
import type { AnchorCandidate, AnchorList, ShownAnchor } from '../../core/contract/anchors.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { Journal } from '../../core/ports/journal.ts';
import { shippedAnchors } from '../../native/files/trust-list.ts';
import { loadAnchors } from '../../native/files/trust-anchors.ts';
import { addAnchor, removeAnchor, takenIn } from '../../native/settings/change-anchors.ts';
import { effectiveSettings } from '../../native/settings/effective-settings.ts';
import { userSettingsPath } from '../../native/settings/settings-file.ts';
import { refuseLocked } from './office-policy.ts';
import { mainTexts } from './texts.ts';

export interface AnchorParts {
  readonly window: BrowserWindow;
  readonly journal: Journal;
  readonly language: () => Settings['language'];
}

export class Anchors {
  readonly #parts: AnchorParts;
  /** Chosen, and not yet trusted. */
  #candidate: Uint8Array | null = null;

  constructor(parts: AnchorParts) {
    this.#parts = parts;
  }

  /** @throws {PenaError} SETTINGS_INVALID, POLICY_UNSAFE, TRUST_*, FILE_* */
  async list(): Promise<AnchorList> {
    const { date, anchors: shipped } = await shippedAnchors();
    const { anchors } = await effectiveSettings();
    const removable = new Set(
      anchors.from === 'policy' ? [] : takenIn(anchors.value, userSettingsPath()),
    );
    const from = anchors.from === 'policy' ? ('office' as const) : ('person' as const);
    const added = (await loadAnchors(anchors.value)).map((der): ShownAnchor => {
      const shown = candidateOf(der);
      return { ...shown, from, confirmed: true, removable: removable.has(shown.sha256) };
    });
    return {
      date,
      anchors: [
        ...shipped.map(({ name, sha256, notBefore, notAfter, confirmed }) => ({
          ...{ name, sha256, confirmed, from: 'shipped' as const, removable: false },
          notBefore: new Date(notBefore).toISOString(),
          notAfter: new Date(notAfter).toISOString(),
        })),
        ...added.slice(0, 900),
      ],
    };
  }

  /** @throws {PenaError} POLICY_LOCKS, TRUST_FILE_INVALID, TRUST_PRACTICE, TRUST_NOT_AUTHORITY, FILE_* */
  async choose(): Promise<AnchorCandidate | null> {
    await refuseLocked(['anchors']);
    const { anchorTitle, certificateFiles } = mainTexts(this.#parts.language());
    const { filePaths } = await dialog.showOpenDialog(this.#parts.window, {
      title: anchorTitle,
      filters: [{ name: certificateFiles, extensions: ['pem', 'crt', 'cer', 'der'] }],
      properties: ['openFile'],
    });
    const [path] = filePaths;
    if (path === undefined) return null;
    const [der, another] = await loadAnchors([path]);
    // One at a time: each fingerprint is to be compared by a person.
    if (der === undefined || another !== undefined || !new X509Certificate(der).ca) {
      throw new PenaError('TRUST_NOT_AUTHORITY');
    }
    this.#candidate = der;
    return candidateOf(der);
  }

  /** @throws {PenaError} POLICY_LOCKS, IPC_REQUEST_INVALID, SETTINGS_INVALID, FILE_*, JOURNAL_* */
  async add(sha256: string): Promise<AnchorList> {
    await refuseLocked(['anchors']);
    const der = this.#candidate;
    if (der === null || candidateOf(der).sha256 !== sha256) {
      throw new PenaError('IPC_REQUEST_INVALID');
    }
    this.#candidate = null;
    // What cannot be noted is not done.
    await this.#note();
    await addAnchor(userSettingsPath(), der);
    return this.list();
  }

  /** @throws {PenaError} POLICY_LOCKS, SETTINGS_INVALID, FILE_*, JOURNAL_* */
  async remove(sha256: string): Promise<AnchorList> {
    await refuseLocked(['anchors']);
    await this.#note();
    await removeAnchor(userSettingsPath(), sha256);
    return this.list();
  }

  async #note(): Promise<void> {
    await this.#parts.journal.append({ kind: 'setting', setting: 'anchors', by: 'person' });
  }
}

function candidateOf(der: Uint8Array): AnchorCandidate {
  const { subject, fingerprint256, validFrom, validTo } = new X509Certificate(der);
  return {
    name: (/^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ')).slice(0, 1000),
    sha256: fingerprint256.replaceAll(':', '').toLowerCase(),
    notBefore: new Date(validFrom).toISOString(),
    notAfter: new Date(validTo).toISOString(),
  };
}
