// See answersSoon.
import { AGAIN } from './again.ts';
import { answersSoon } from './answer.ts';

answersSoon('what is asked again', AGAIN);
