// The one IndexedDB of the extension and its tables. No address, no text and no conversation id of a page is ever in it.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ConfigResponse } from '../shared/api/schemas.ts';
import type { AccountKind, Language } from '../shared/words.ts';
import type { Entry, Owner } from './outbox/entry.ts';
import type { Remembered } from './outbox/history.ts';
import type { Schedule } from './outbox/schedule.ts';
import type { SiteNews } from './sites/news.ts';

/** Somebody's sign-in at a server; `out`: signed out on purpose, so that nothing signs them in again by itself. */
export type Account = { server: string; kind: 'out' } | SignedIn;
export interface SignedIn {
  server: string;
  kind: 'in';
  /** As the server names the account. */
  account: string;
  /** null once the server refuses it: clicks are still kept for this account, sending waits for a new sign-in. */
  refreshToken: string | null;
  /** Makes conversation keys; cannot be read out, not by us either. */
  conversationSecret: CryptoKey;
}

/** What a server said about the company and where its accounts belong. */
export interface Known {
  owner: Owner;
  config: ConfigResponse;
  configEtag: string | null;
  /** Packed (shared/directory/format.ts). */
  directory: Uint8Array<ArrayBuffer>;
  directoryEtag: string | null;
  /** What it says of sites; absent until it was asked. */
  news?: readonly SiteNews[];
  newsEtag?: string | null;
}

export interface Settings {
  server: string;
  language: Language | null;
  /** Hosts on which nothing is shown. */
  off: string[];
  /** How many ratings were given with the explanation beside them. */
  explained: number;
  /** Kinds of account that sites in use need: only those sections of the directory are fetched. */
  kinds: AccountKind[];
}

export interface Tables extends DBSchema {
  accounts: { key: string; value: Account };
  outbox: { key: [owner: Owner, conversation: string, team: number]; value: Entry };
  history: {
    key: [owner: Owner, conversation: string, team: number];
    value: Remembered;
    indexes: { newest: [owner: Owner, rev: number] };
  };
  /** What a person chose; here and not in storage.local, which content scripts may write. */
  settings: { key: 'settings'; value: Settings };
  /** The team rated last from a page that no description reads; `key` is an HMAC of a part of its address. */
  lastRated: {
    key: [owner: Owner, key: string];
    value: { owner: Owner; key: string; team: number; at: number };
    indexes: { oldest: [owner: Owner, at: number] };
  };
  /** Hosts that somebody asked to be recognised; `key` is an HMAC. */
  wishes: { key: [owner: Owner, key: string]; value: { owner: Owner; key: string; at: number } };
  /** `rev`: the greatest rev this device ever gave. `reported <site>`: when its health was last reported, ms since 1970. */
  counters: { key: string; value: number };
  schedules: { key: Owner; value: Schedule };
  known: { key: Owner; value: Known };
  /** What somebody said of authors whom nothing else tells; `key` is an HMAC, team null: none of the teams. */
  answerers: { key: [owner: Owner, key: string]; value: { owner: Owner; key: string; team: number | null } };
}

let opened: Promise<IDBPDatabase<Tables>> | null = null;

export function database(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>('hearback', 3, {
    upgrade(db, before, _now, change) {
      if (before < 1) {
        db.createObjectStore('accounts', { keyPath: 'server' });
        db.createObjectStore('outbox', { keyPath: ['owner', 'event.conversation', 'event.team'] });
        db.createObjectStore('history', { keyPath: ['owner', 'conversation', 'team'] }).createIndex('newest', [
          'owner',
          'rev',
        ]);
        db.createObjectStore('settings');
        db.createObjectStore('counters');
        db.createObjectStore('schedules');
        db.createObjectStore('known', { keyPath: 'owner' });
      }
      if (before < 2) {
        db.createObjectStore('answerers', { keyPath: ['owner', 'key'] });
        // What the server said is asked for anew: it says more now.
        if (before === 1) void change.objectStore('known').clear();
      }
      if (before < 3) {
        db.createObjectStore('lastRated', { keyPath: ['owner', 'key'] }).createIndex('oldest', ['owner', 'at']);
        db.createObjectStore('wishes', { keyPath: ['owner', 'key'] });
      }
    },
    // A newer version of the extension wants to change the tables, or the browser closed the file: open again when next needed.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      opened = null;
    },
    terminated: () => {
      opened = null;
    },
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Everything of one owner in a table whose key starts with it: arrays sort after every string and number. */
export const allOf = (owner: Owner) => IDBKeyRange.bound([owner], [owner, []]);
