// What signing asks before it goes on: whether a signed document was changed after signing in a way that nothing
// explains, lost a signature, or holds one that its own bytes contradict. Then nobody signs it unawares. Signing asks through its
// shell, as it knows nothing of validation.
import { heldSha256 } from '../pdf/held-digest.ts';
import type { Rectangle } from '../pdf/page-geometry.ts';
import type { Page } from '../pdf/pages.ts';
import type { PdfReader } from '../pdf/reader.ts';
import { EMPTY_STORE } from '../pdf/security-store.ts';
import { inventory } from '../pdf/signature-inventory.ts';
import type { ChainLink } from '../pdf/xref/chain.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import { conclude } from './conclusion.ts';
import { KnownLooks, signatureKey } from './known-looks.ts';
import type { ComparedSoFar } from './modifications/compared-so-far.ts';
import { inkedPlaces } from './modifications/inked-places.ts';
import { PageWriting } from './modifications/page-writing.ts';
import { documentHistory } from './modifications/signature-changes.ts';
import { SHIPPED_POLICY } from './policy.ts';
import { removedSignatures } from './removed-signatures.ts';
import { judgeSignatures } from './validate-document.ts';

/** For the life of the process, which holds documents of one person. */
const KNOWN = new KnownLooks();

/**
 * How far a file was compared while it was open, by its oldest section: the stamp that may hide text is looked at in
 * the same file with a revision more, which has the same (see `PdfReader.openAppended`).
 */
const COMPARED = new WeakMap<ChainLink, ComparedSoFar>();

/**
 * True also where the revisions cannot be compared: when in doubt, the signer is asked.
 * @param reader the source, opened
 * @throws {PdfError} for a file that cannot be read
 */
export async function hasUnexplainedChanges(
  reader: PdfReader,
  source: ByteSource,
  known: KnownLooks = KNOWN,
): Promise<boolean> {
  // Only of what is in memory as a whole can be said that the octets looked at are the octets digested.
  const held = reader.encrypted ? undefined : source.held;
  const { size } = source;
  if (held !== undefined && known.hasSize(size)) {
    const look = known.of(size, heldSha256(held).digest('hex'));
    if (look !== null) {
      noteCompared(reader, look.soFar);
      return false;
    }
  }
  const found = await inventory(reader);
  const { removed } = await removedSignatures(reader, found, {});
  if (removed.size > 0) return true;
  const beginning = held === undefined ? null : known.beginningOf(held, found.revisionEnds);
  const changes = await documentHistory(reader, found, beginning?.soFar);
  const { after, shared, soFar } = changes;
  noteCompared(reader, soFar);
  const explained = found.signatures.every(
    (signature) => after.get(signature)?.clean === true && !shared.has(signature),
  );
  if (!explained) return true;
  const keys = found.signatures.map(signatureKey);
  const open = found.signatures.filter((_, at) => beginning?.intact.has(keys[at] ?? '') !== true);
  // Trust plays no part: only whether each signature fits the bytes that it covers.
  const options = { anchors: [], at: null, now: new Date() };
  const begun = beginning === null ? null : { at: beginning.size, sha256: beginning.sha256 };
  const asked = { ...found, signatures: open };
  const judged = await judgeSignatures(source, asked, options, {
    ...{ changes, store: EMPTY_STORE, begun },
  });
  if (held !== undefined && judged.facts.every(({ intact }) => intact)) {
    const intact = new Set(keys.flatMap((key) => key ?? []));
    const whole = intact.size === keys.length && found.revisionEnds.at(-1) === size;
    if (whole) known.remember(judged.sha256, { size, intact, soFar });
  }
  // As `soundnessOf` has it: what could not be checked is not broken.
  return judged.facts.some(
    (one) => !one.intact && conclude(one, SHIPPED_POLICY).indication === 'TOTAL_FAILED',
  );
}

function noteCompared({ links }: PdfReader, soFar: ComparedSoFar | null): void {
  const oldest = links.at(-1);
  if (oldest !== undefined && soFar !== null) COMPARED.set(oldest, soFar);
}

/**
 * The page on which a stamp of the newest revision hides text or a drawing that was signed before, or so much that
 * nobody can tell; 0 where no page can be named, null where none does or the revisions cannot be compared.
 * @throws {PdfError} for a file that cannot be read
 */
export async function hiddenSignedText(reader: PdfReader): Promise<number | null> {
  const oldest = reader.links.at(-1);
  const known = oldest === undefined ? undefined : COMPARED.get(oldest);
  const { revisions } = await documentHistory(reader, await inventory(reader), known);
  const findings = revisions.at(-1)?.change?.findings ?? [];
  const hiding =
    findings.find(({ code }) => code === 'STAMP_COVERS_TEXT') ??
    findings.find(({ code }) => code === 'STAMP_ALTERS_TEXT') ??
    findings.find(({ code }) => code === 'CONTENT_MAY_BE_COVERED') ??
    findings.find(({ code }) => code === 'STAMP_ON_UNREAD_PICTURE');
  return hiding === undefined ? null : Number(hiding.params['page'] ?? 0);
}

/**
 * Where the drawings of a page stand that a stamp should not lie on, in its user space; of what is larger than a
 * stamp, a scan say, where it bears ink. None where they are too many or cannot be read: then the stamp is asked about
 * for itself.
 */
export async function drawnPlaces(reader: PdfReader, { ref }: Page): Promise<readonly Rectangle[]> {
  const drawings = await new PageWriting(reader).drawings(ref);
  const boxes = [...(drawings?.boxes ?? [])];
  for (const picture of drawings?.pictures ?? [])
    boxes.push(...(await inkedPlaces(reader, picture)));
  return boxes.map(([left, bottom, right, top]) => ({
    ...{ x: left, y: bottom },
    ...{ width: right - left, height: top - bottom },
  }));
}
