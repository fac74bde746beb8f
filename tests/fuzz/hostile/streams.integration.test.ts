// See answersSoon.
import { answersSoon } from './answer.ts';
import { STREAMS } from './streams.ts';

answersSoon('streams', STREAMS);
