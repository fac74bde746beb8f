// Handles: made by main, valid for what they were made for, until they are given back.
import { describe, expect, it } from 'vitest';
import { documentHandle } from '../../core/contract/shapes.ts';
import { Handles } from '../../electron/ipc/handles.ts';

const make = () => new Handles<string, string>('doc', (text) => documentHandle.parse(text));

describe('Handles', () => {
  it('stand for what they were issued for, in the contract’s shape', () => {
    const handles = make();
    const a = handles.issue('a');
    const b = handles.issue('b');
    expect(a).toMatch(/^doc_[0-9a-f]{32}$/);
    expect(a).not.toBe(b);
    expect([handles.get(a), handles.get(b)]).toEqual(['a', 'b']);
  });

  it('are unknown when made up, given back, or of another window', () => {
    const handles = make();
    const a = handles.issue('a');
    expect(handles.release(a)).toBe('a');
    for (const handle of [a, make().issue('a'), `doc_${'0'.repeat(32)}`]) {
      expect(() => handles.get(handle)).toThrow('HANDLE_UNKNOWN');
      expect(() => handles.release(handle)).toThrow('HANDLE_UNKNOWN');
    }
  });

  it('end all together', () => {
    const handles = make();
    const a = handles.issue('a');
    handles.issue('b');
    expect(handles.releaseAll()).toEqual(['a', 'b']);
    expect(() => handles.get(a)).toThrow('HANDLE_UNKNOWN');
  });
});
