// The life of a key pair on its token: made, listed, given its certificate, removed (PKCS#11 v2.40, 5.7 and
// 5.14). A private key is made so that it cannot leave, and looked at whether the token obeyed.
import { ObjectClass, type IKeyPair, type ITemplate, type Session, type Slot } from 'graphene-pk11';
import type { KeyKind } from '../../../core/domain/key-kind.ts';
import type { AnswerOf, RequestOf } from '../protocol.ts';
import { meansUnsupported } from '../return-values.ts';
import { TokenError } from '../token-error.ts';
import { attempt, moduleError, returnValueOf } from './cryptoki.ts';
import { attribute } from './inventory.ts';
import { spkiOf } from './public-key.ts';
import { plainText } from './token-info.ts';

const CKA_LABEL = 0x03;
const CKA_VALUE = 0x11;
const CKA_ID = 0x102;
const CKA_SENSITIVE = 0x103;
const CKA_EXTRACTABLE = 0x162;
const CKA_ALWAYS_AUTHENTICATE = 0x202;
const CKM_RSA_PKCS_KEY_PAIR_GEN = 0x00;
const CKM_EC_KEY_PAIR_GEN = 0x1040;
const CKC_X_509 = 0;

/** Bits, and for curves the DER of CKA_EC_PARAMS (RFC 5480 2.1.1). */
const KINDS: Readonly<Record<KeyKind, { readonly bits: number; readonly curve: Buffer | null }>> = {
  'rsa-2048': { bits: 2048, curve: null },
  'rsa-3072': { bits: 3072, curve: null },
  'rsa-4096': { bits: 4096, curve: null },
  'ec-p256': { bits: 256, curve: Buffer.from('06082a8648ce3d030107', 'hex') },
  'ec-p384': { bits: 384, curve: Buffer.from('06052b81040022', 'hex') },
};

/** What the token's own list of mechanisms says it makes; a card may still refuse. @throws Pkcs11Error */
export function keyKinds(slot: Slot): KeyKind[] {
  const offered = slot.getMechanisms();
  const all = Array.from({ length: offered.length }, (_, index) => offered.items(index));
  return (Object.keys(KINDS) as KeyKind[]).filter((kind) => {
    const { bits, curve } = KINDS[kind];
    const type = curve === null ? CKM_RSA_PKCS_KEY_PAIR_GEN : CKM_EC_KEY_PAIR_GEN;
    const found = all.find((mechanism) => mechanism.type === type);
    if (found === undefined) return false;
    // Some say 0 where they have no limit to tell.
    const most = found.maxKeySize === 0 ? bits : found.maxKeySize;
    return found.minKeySize <= bits && bits <= most;
  });
}

type Make = Omit<RequestOf<'makeKey'>, 'session'>;

/** @throws {TokenError} TOKEN_KEYGEN_UNSUPPORTED, TOKEN_KEY_EXPOSED */
export async function makeKey(session: Session, request: Make): Promise<AnswerOf<'makeKey'>> {
  const { kind, id, label, decrypt } = request;
  const { bits, curve } = KINDS[kind];
  const named = { token: true, id: Buffer.from(id, 'hex'), label };
  const rsa = curve === null;
  const publicTemplate: ITemplate = {
    ...{ ...named, private: false, verify: true },
    ...(rsa
      ? {
          modulusBits: bits,
          publicExponent: Buffer.from('010001', 'hex'),
          ...(decrypt && { encrypt: true }),
        }
      : { paramsEC: curve }),
  };
  const privateTemplate: ITemplate = {
    ...{ ...named, private: true, sensitive: true, extractable: false, sign: true },
    // Told not to decrypt, tpm2-pkcs11 does not sign either: a TPM's RSA signature is a decryption there.
    ...(!decrypt ? {} : rsa ? { decrypt } : { derive: true }),
  };
  const mechanism = rsa ? CKM_RSA_PKCS_KEY_PAIR_GEN : CKM_EC_KEY_PAIR_GEN;
  let pair: IKeyPair;
  try {
    pair = await generate(session, mechanism, publicTemplate, privateTemplate);
  } catch (thrown) {
    throw meansUnsupported(returnValueOf(thrown))
      ? new TokenError('TOKEN_KEYGEN_UNSUPPORTED', moduleError(thrown).params, { cause: thrown })
      : moduleError(thrown);
  }
  return attempt(() => {
    const { privateKey, publicKey } = pair;
    const is = (type: number): boolean => attribute(() => privateKey.getAttribute(type))[0] === 1;
    if (!is(CKA_SENSITIVE) || is(CKA_EXTRACTABLE)) {
      publicKey.destroy();
      privateKey.destroy();
      throw new TokenError('TOKEN_KEY_EXPOSED');
    }
    const spki = spkiOf(publicKey);
    if (spki === null) throw new TokenError('TOKEN_MODULE_INVALID');
    // The token's own: some give a key another id than the one they were told.
    return { id: attribute(() => privateKey.getAttribute(CKA_ID)).toString('hex'), spki };
  });
}

/** On a thread of its own: a card takes half a minute for an RSA pair. */
function generate(
  session: Session,
  mechanism: number,
  publicTemplate: ITemplate,
  privateTemplate: ITemplate,
): Promise<IKeyPair> {
  return new Promise((resolve, reject) => {
    session.generateKeyPair(mechanism, publicTemplate, privateTemplate, (error, pair) => {
      if (pair === null) reject(error ?? new Error('no key pair'));
      else resolve(pair);
    });
  });
}

/** Private keys where somebody is logged in; their public halves otherwise. @throws Pkcs11Error */
export function listKeys(session: Session, loggedIn: boolean): AnswerOf<'keys'> {
  const found = session.find({
    class: loggedIn ? ObjectClass.PRIVATE_KEY : ObjectClass.PUBLIC_KEY,
  });
  const keys = Array.from({ length: found.length }, (_, index) => {
    const object = found.items(index);
    const id = attribute(() => object.getAttribute(CKA_ID));
    const halves = session.find({ class: ObjectClass.PUBLIC_KEY, id });
    const certificates = session.find({ class: ObjectClass.CERTIFICATE, id });
    const half = halves.length > 0 ? halves.items(0) : object;
    return {
      id: id.toString('hex'),
      label: plainText(attribute(() => object.getAttribute(CKA_LABEL)).toString('utf8')),
      spki: spkiOf(half) ?? spkiOf(object),
      alwaysAuthenticate: loggedIn && alwaysAuthenticate(object),
      certificates: Array.from({ length: certificates.length }, (__, at) =>
        valueOf(certificates.items(at)),
      ),
    };
  });
  // Without an id nothing can be told apart, nor signed with.
  return { keys: keys.filter(({ id }) => id !== '') };
}

type Put = Omit<RequestOf<'putCertificate'>, 'session'>;

/** One that is there already is brought to its key at most. @throws {TokenError} TOKEN_WRITE_UNSUPPORTED */
export function putCertificate(session: Session, request: Put): void {
  const { id, label, certificate, subject, issuer, serial } = request;
  writing(() => {
    const there = certificatesLike(session, certificate);
    const [first] = there;
    if (first !== undefined) {
      const wanted = { class: ObjectClass.PRIVATE_KEY, id: Buffer.from(id, 'hex') };
      const has = attribute(() => first.getAttribute(CKA_ID)).toString('hex');
      if (has !== id && session.find(wanted).length > 0) first.setAttribute({ id: wanted.id });
      return;
    }
    session.create({
      ...{ class: ObjectClass.CERTIFICATE, certType: CKC_X_509, token: true, private: false },
      ...{ id: Buffer.from(id, 'hex'), label, value: Buffer.from(certificate) },
      subject: Buffer.from(subject),
      issuer: Buffer.from(issuer),
      serial: Buffer.from(serial),
    });
  });
}

/** @throws {TokenError} CERT_NOT_FOUND, TOKEN_WRITE_UNSUPPORTED */
export function removeCertificate(session: Session, id: string, certificate: Uint8Array): void {
  const found = certificatesLike(session, certificate).find(
    (one) => attribute(() => one.getAttribute(CKA_ID)).toString('hex') === id,
  );
  if (found === undefined) throw new TokenError('CERT_NOT_FOUND');
  writing(() => found.destroy());
}

/** Both halves. @throws {TokenError} CERT_KEY_MISSING, TOKEN_WRITE_UNSUPPORTED */
export function removeKey(session: Session, id: string): void {
  const halves = [ObjectClass.PRIVATE_KEY, ObjectClass.PUBLIC_KEY].map((type) =>
    session.find({ class: type, id: Buffer.from(id, 'hex') }),
  );
  if (halves[0]?.length === 0) throw new TokenError('CERT_KEY_MISSING');
  writing(() => {
    for (const half of halves) {
      for (let index = 0; index < half.length; index++) half.items(index).destroy();
    }
  });
}

function certificatesLike(session: Session, certificate: Uint8Array) {
  const all = session.find({ class: ObjectClass.CERTIFICATE });
  return Array.from({ length: all.length }, (_, index) => all.items(index)).filter((one) =>
    Buffer.from(certificate).equals(valueOf(one)),
  );
}

/** Modules older than v2.20 do not know the attribute. */
function alwaysAuthenticate(key: { getAttribute(type: number): Buffer }): boolean {
  return attribute(() => key.getAttribute(CKA_ALWAYS_AUTHENTICATE))[0] === 1;
}

function valueOf(object: { getAttribute(type: number): Buffer }): Uint8Array {
  return new Uint8Array(attribute(() => object.getAttribute(CKA_VALUE)));
}

function writing(calls: () => void): void {
  try {
    calls();
  } catch (thrown) {
    throw meansUnsupported(returnValueOf(thrown))
      ? new TokenError('TOKEN_WRITE_UNSUPPORTED', moduleError(thrown).params, { cause: thrown })
      : moduleError(thrown);
  }
}
