// Words of the superior's acknowledgement: the request, and its answer.
import type { acknowledge as id } from '../id/acknowledge.ts';

export const acknowledge: Readonly<Record<keyof typeof id, string>> = {
  title: 'Acknowledged by the direct superior',
  first:
    'Once the owner has signed the statement (with another certificate, or on paper and scanned as PDF), the superior can sign it electronically here.',
  text: 'Save the request and give it to the superior, who opens it in Pena, signs with their own token and returns the answer. The same computer will do, too.',
  plain: 'The file holds personal data and is not encrypted: give it to the superior only.',
  ask: 'Save the request for the superior',
  take: 'Take the superior’s answer in',
  asked: 'Request saved.',
  by: 'Acknowledged by {{name}}, with an electronic signature.',
  said: 'Acknowledged by the superior, as you have said.',
  unchecked:
    'Nobody could be asked yet whether the signer’s certificate has been revoked. The registration authority will check.',
  superiorCard: 'Are you the superior asked to acknowledge?',
  superiorText:
    'Open the request file from the owner, or drag it onto this window. Nothing is blocked by that.',
  open: 'Open the request',
  requestTitle: 'Request to acknowledge a statement',
  requestSubtitle: 'Pasal 16(4): the owner signs the statement, the superior acknowledges it.',
  owner: 'Owner',
  superior: 'Superior',
  ground: 'What happened',
  certificate: 'Reported certificate',
  serial: 'Serial number',
  askedAt: 'Asked',
  sha256: 'SHA-256 of the letter',
  steps: 'Three steps',
  step1: 'Save and open the letter. Read it: name, certificate and event have to be right.',
  step2:
    'Sign it like any document, with your own token, in the place “Mengetahui” that waits for you, and save the result.',
  step3: 'Come back here, choose the signed letter, and save the answer.',
  openLetter: 'Save and open the letter',
  answer: 'Choose the signed letter',
  answered: 'Signed by {{name}}. The answer is saved; give it back to the owner.',
  notSaved: 'Signed by {{name}}. The answer was not saved.',
  already:
    'This file holds the answer already. Superior: give it back to the owner. Owner: drag it onto the papers of your report, or take it in there.',
  back: 'To the start',
};
