// See answersSoon.
import { answersSoon } from './answer.ts';
import { STRUCTURE } from './structure.ts';

answersSoon('structure', STRUCTURE);
