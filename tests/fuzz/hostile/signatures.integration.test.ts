// See answersSoon.
import { answersSoon } from './answer.ts';
import { SIGNATURES } from './signatures.ts';

answersSoon('signatures', SIGNATURES);
