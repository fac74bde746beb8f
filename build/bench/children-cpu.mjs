// Seconds of processor that programs started from here, and those that they started, have taken in all.
import { readFileSync } from 'node:fs';

/** Of the kernel's clock, as Linux tells it to programs (sysconf(3) _SC_CLK_TCK). */
const TICKS = 100;

/** Those that have ended and were waited for; null where the system does not say. */
export function childrenCpu() {
  if (process.platform !== 'linux') return null;
  const text = readFileSync('/proc/self/stat', 'latin1');
  // proc(5): fields 16 and 17, behind the name in parentheses, which is the second.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}
