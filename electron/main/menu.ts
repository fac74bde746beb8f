// The menu of the program, reachable by Alt and F10, in the language that was chosen.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { PayloadOf } from '../../core/contract/entry.ts';
import type { navigationContract } from '../../core/contract/navigation.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { mainTexts } from './texts.ts';

type Item = PayloadOf<(typeof navigationContract)['menu.chosen']>['item'];

export function showMenu(language: Settings['language'], onChosen: (item: Item) => void): void {
  const { menu } = mainTexts(language);
  const go = (item: Item, accelerator: string): MenuItemConstructorOptions => ({
    label: menu[item],
    accelerator,
    click: () => onChosen(item),
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: menu.file,
      submenu: [
        go('open', 'CmdOrCtrl+O'),
        { type: 'separator' },
        { label: menu.quit, role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { label: menu.undo, role: 'undo' },
        { label: menu.redo, role: 'redo' },
        { type: 'separator' },
        { label: menu.cut, role: 'cut' },
        { label: menu.copy, role: 'copy' },
        { label: menu.paste, role: 'paste' },
        { label: menu.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: menu.view,
      submenu: [
        go('home', 'CmdOrCtrl+1'),
        go('sign', 'CmdOrCtrl+2'),
        go('verify', 'CmdOrCtrl+3'),
        go('tokens', 'CmdOrCtrl+4'),
        go('settings', 'CmdOrCtrl+5'),
        go('lost-key', 'CmdOrCtrl+6'),
        { label: menu.practice, click: () => onChosen('practice') },
        { type: 'separator' },
        { label: menu.zoomIn, role: 'zoomIn' },
        { label: menu.zoomOut, role: 'zoomOut' },
        { label: menu.zoomReset, role: 'resetZoom' },
        { label: menu.fullScreen, role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    { label: menu.help, submenu: [{ label: menu.about, role: 'about' }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
