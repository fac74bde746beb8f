// The token host: a process of its own around one vendor's PKCS#11 module, so that a crash, a hang or
// a garbage answer there is a message here. Started by host-process.ts, or as a utility process.
import type { Module, Session } from 'graphene-pk11';
import { toPenaError } from '../../../core/domain/pena-error.ts';
import {
  OPERATIONS,
  requestEnvelope,
  type AnswerOf,
  type Operation,
  type RequestOf,
} from '../protocol.ts';
import { TokenError } from '../token-error.ts';
import { attempt, loadModule } from './cryptoki.ts';
import { listTokens } from './inventory.ts';
import { parentPort } from './parent-port.ts';
import { Presence } from './presence.ts';
import {
  keyKinds,
  listKeys,
  makeKey,
  putCertificate,
  removeCertificate,
  removeKey,
} from './key-life.ts';
import { changePin, pinFacts, unblockPin } from './pin-life.ts';
import { TokenSession, tokenSlot } from './token-session.ts';
import { untilFailure } from './until-failure.ts';

let module: Module | null = null;
const sessions = new Map<number, TokenSession>();
let nextSession = 0;
const presence = new Presence();

type Handlers = { [O in Operation]: (request: RequestOf<O>) => AnswerOf<O> | Promise<AnswerOf<O>> };

const handlers: Handlers = {
  load: ({ module: path }) => {
    module = loadModule(path);
    return {};
  },
  list: () => attempt(() => listTokens(loaded())),
  present: () => ({ serials: attempt(() => presence.serials(loaded())) }),
  open: ({ serial, label, write }) => {
    const session = nextSession++;
    sessions.set(session, TokenSession.open(loaded(), serial, label, write));
    return { session };
  },
  status: ({ session }) => sessionOf(session).status(),
  login: ({ session, pin, id }) => {
    try {
      sessionOf(session).login(pin);
    } finally {
      pin?.fill(0);
    }
    return { alwaysAuthenticate: id !== null && sessionOf(session).alwaysAuthenticate(id) };
  },
  sign: async ({ session, id, algorithm, data, contextPin }) => {
    try {
      return { signature: await sessionOf(session).sign(id, algorithm, data, contextPin) };
    } finally {
      contextPin?.fill(0);
    }
  },
  signMany: async ({ session, id, algorithm, data }) => {
    const signing = data.map((one) => sessionOf(session).sign(id, algorithm, one, undefined));
    return { signatures: untilFailure(await Promise.allSettled(signing)) };
  },
  pinFacts: ({ serial, label }) => attempt(() => pinFacts(tokenSlot(loaded(), serial, label))),
  changePin: ({ pin, newPin, ...place }) => {
    changePin(loaded(), place, pin, newPin);
    return {};
  },
  unblockPin: ({ pin, newPin, ...place }) => {
    unblockPin(loaded(), place, pin, newPin);
    return {};
  },
  keyKinds: ({ serial, label }) =>
    attempt(() => ({ kinds: keyKinds(tokenSlot(loaded(), serial, label)) })),
  keys: ({ session, loggedIn }) => attempt(() => listKeys(rawOf(session), loggedIn)),
  makeKey: ({ session, ...request }) => makeKey(rawOf(session), request),
  putCertificate: ({ session, ...request }) => {
    attempt(() => putCertificate(rawOf(session), request));
    return {};
  },
  removeCertificate: ({ session, id, certificate }) => {
    attempt(() => removeCertificate(rawOf(session), id, certificate));
    return {};
  },
  removeKey: ({ session, id }) => {
    attempt(() => removeKey(rawOf(session), id));
    return {};
  },
  close: ({ session }) => {
    const open = sessionOf(session);
    sessions.delete(session);
    open.close();
    return {};
  },
};

function loaded(): Module {
  if (module === null) throw new Error('no module loaded');
  return module;
}

function sessionOf(id: number): TokenSession {
  const session = sessions.get(id);
  if (session === undefined) throw new Error('no such session');
  return session;
}

function rawOf(id: number): Session {
  return sessionOf(id).raw;
}

async function answer(operation: Operation, request: unknown): Promise<unknown> {
  const shape = OPERATIONS[operation];
  // The operation's own shape has just parsed what its own handler is given.
  const handler = handlers[operation] as (request: unknown) => unknown;
  const parsed = shape.answer.safeParse(await handler(shape.request.parse(request)));
  if (!parsed.success) throw new TokenError('TOKEN_MODULE_INVALID', {}, { cause: parsed.error });
  return parsed.data;
}

const port = parentPort();
port.onMessage((message) => {
  // Not our parent's language: nobody is there to be answered.
  const { id, operation, request } = requestEnvelope.parse(message);
  answer(operation, request).then(
    (value) => port.postMessage({ id, ok: true, answer: value }),
    (thrown: unknown) => {
      const { code, params } = toPenaError(thrown);
      port.postMessage({ id, ok: false, problem: { code, params } });
    },
  );
});
// Ctrl+C in a terminal reaches the whole group: the parent decides, and takes this process along.
process.on('SIGINT', () => undefined);
