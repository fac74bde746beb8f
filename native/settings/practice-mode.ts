// Whether this process is in practice mode. It is said once, when the program starts, and its children inherit it:
// nothing of one run belongs to practice and something else to work.

export function practiceMode(): boolean {
  return process.env['PENA_PRACTICE'] === '1';
}
