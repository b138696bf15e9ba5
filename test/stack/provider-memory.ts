// What the identity provider remembers: sessions, grants and codes, in memory and gone with the process.
interface Entry {
  payload: Record<string, unknown>;
  until: number;
}

/** One shelf per model, as oidc-provider asks for: the methods and their meaning are its adapter interface. */
export class Memory {
  readonly #entries = new Map<string, Entry>();
  static readonly #shelves = new Set<Memory>();

  /** @param model what stands on this shelf; an interaction names a grant too, but outlives it when somebody signs in as somebody else */
  constructor(model: string) {
    if (model !== 'Interaction' && model !== 'Session') Memory.#shelves.add(this);
  }

  async upsert(id: string, payload: Record<string, unknown>, expiresIn: number): Promise<void> {
    this.#entries.set(id, { payload, until: Date.now() + expiresIn * 1000 });
  }

  async find(id: string): Promise<Record<string, unknown> | undefined> {
    const entry = this.#entries.get(id);
    if (!entry || entry.until > Date.now()) return entry?.payload;
    this.#entries.delete(id);
    return undefined;
  }

  async findByUid(uid: string): Promise<Record<string, unknown> | undefined> {
    for (const [id, { payload }] of this.#entries) if (payload.uid === uid) return this.find(id);
    return undefined;
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#entries.delete(id);
  }

  async revokeByGrantId(grant: string): Promise<void> {
    for (const shelf of Memory.#shelves) {
      for (const [id, { payload }] of shelf.#entries) if (payload.grantId === grant) shelf.#entries.delete(id);
    }
  }
}
