import { describe, expect, test } from 'vitest';
import { Output, safe, wrap } from '../../cli/output.ts';

function terminal(env: NodeJS.ProcessEnv, columns = 80): { output: Output; said: () => string } {
  let said = '';
  const sink = { isTTY: true, columns, write: (text: string) => (said += text) };
  return { output: new Output(sink, env), said: () => said };
}

describe('names from strangers', () => {
  test('steer no terminal and turn no direction', () => {
    expect(safe('a\u001b[2Jb\rc\u0007')).toBe('a\\u{1b}[2Jb\\u{d}c\\u{7}');
    expect(safe('invoice\u202efdp.exe')).toBe('invoice\\u{202e}fdp.exe');
    expect(safe('Ni’mah · Ñoño 李')).toBe('Ni’mah · Ñoño 李');
  });

  test('are made safe in lines, facts and JSON', () => {
    const { output, said } = terminal({ NO_COLOR: '1' });
    output.line('x\u001b[31m');
    output.facts([{ name: 'Nama', value: 'y\u009b31m' }]);
    output.json({ file: 'z\u009b\u202e' });
    expect(said()).toBe('x\\u{1b}[31m\nNama  y\\u{9b}31m\n{\n  "file": "z\\u009b\\u202e"\n}\n');
  });
});

test('colours only for people who want them', () => {
  const say = (env: NodeJS.ProcessEnv): string => {
    const { output, said } = terminal(env);
    output.line('Sah', { tone: 'ok' });
    return said();
  };
  expect(say({})).toBe('\u001b[32mSah\u001b[0m\n');
  expect(say({ NO_COLOR: '' })).toBe('\u001b[32mSah\u001b[0m\n');
  expect(say({ NO_COLOR: '1' })).toBe('Sah\n');
  expect(say({ TERM: 'dumb' })).toBe('Sah\n');
  let piped = '';
  new Output({ write: (text) => (piped += text) }, {}).line('Sah', { tone: 'ok' });
  expect(piped).toBe('Sah\n');
});

test('breaks sentences between words, and a value below itself', () => {
  expect(wrap('satu dua tiga', 8, 2)).toEqual(['satu dua', '  tiga']);
  expect(wrap('panjangsekali a', 5, 0)).toEqual(['panjangsekali', 'a']);
  const { output, said } = terminal({ NO_COLOR: '1' }, 40);
  output.facts([
    { name: 'Cakupan', value: 'Seluruh isi saat ditandatangani; ada tambahan' },
    { name: 'W', value: ['satu', 'dua'] },
  ]);
  expect(said()).toBe(
    'Cakupan  Seluruh isi saat\n         ditandatangani; ada tambahan\nW        satu\n         dua\n',
  );
});

test('breaks nothing for programs, nor where the width is not known', () => {
  let piped = '';
  const long = 'kata '.repeat(60).trim();
  new Output({ write: (text) => (piped += text) }, {}).line(long);
  expect(piped).toBe(`${long}\n`);
  const { output, said } = terminal({ NO_COLOR: '1' }, 0);
  output.line('kata '.repeat(17).trim());
  expect(said().split('\n')).toHaveLength(3);
});
