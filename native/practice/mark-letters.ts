// The letters that practice mode's mark is set in.
import { type Fonts, loadFonts } from '../files/resources.ts';
import { practiceMode } from '../settings/practice-mode.ts';

/** Undefined outside practice mode: nothing is marked there. @throws {FileError} FILE_NOT_FOUND, FILE_NOT_READABLE */
export async function practiceLetters(): Promise<Fonts | undefined> {
  return practiceMode() ? loadFonts() : undefined;
}
