// See answersSoon.
import { answersSoon } from './answer.ts';
import { PROOFS } from './proofs.ts';

answersSoon('proofs', PROOFS);
