// The style sheet: one file under a name made from its content, so that browsers may keep it for ever.
import base from '../../shared/ui/base.css';
import tokens from '../../shared/ui/tokens.css';
import ui from '../../shared/ui/ui.css';
import admin from './styles/admin.css';
import charts from './styles/charts.css';
import frame from './styles/frame.css';
import parts from './styles/parts.css';
import print from './styles/print.css';
import tables from './styles/tables.css';

export const sheet = [tokens, base, ui, frame, parts, tables, charts, admin, print].join('\n');

export const sheetPath = `/assets/${fingerprint(sheet)}.css`;

/** FNV-1a (Fowler, Noll, Vo), 64 bits: names a version, guards nothing. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(36);
}
