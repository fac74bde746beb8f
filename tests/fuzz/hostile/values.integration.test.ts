// See answersSoon.
import { answersSoon } from './answer.ts';
import { VALUES } from './values.ts';

answersSoon('small values', VALUES);
