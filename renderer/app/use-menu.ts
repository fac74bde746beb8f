// What was chosen in the program's own menu (Alt, F10), which main draws.
import { useEffect, useRef } from 'react';
import type { PayloadOf } from '../../core/contract/entry.ts';
import type { MainContract } from '../../core/contract/main-window.ts';
import { pena } from '../base/bridge.ts';

export type MenuItem = PayloadOf<MainContract['menu.chosen']>['item'];

export function useMenu(onChosen: (item: MenuItem) => void): void {
  const latest = useRef(onChosen);
  useEffect(() => {
    latest.current = onChosen;
  }, [onChosen]);
  useEffect(() => pena().on('menu.chosen', ({ item }) => latest.current(item)), []);
}
