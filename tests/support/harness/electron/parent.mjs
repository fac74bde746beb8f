// The line to the process that drives the browser. When that one is gone, so is the program.
import { Line } from '../line.mjs';

export const line = new Line(process);
process.on('disconnect', () => process.exit(0));
