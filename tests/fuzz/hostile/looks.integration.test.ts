// See answersSoon.
import { answersSoon } from './answer.ts';
import { ENCRYPTED } from './encrypted.ts';
import { LOOKS } from './looks.ts';

answersSoon('looks', LOOKS);
answersSoon('encryption', ENCRYPTED);
