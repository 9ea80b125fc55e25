/**
 * Keeps what someone is typing, so that it survives the end of their session (requirement P7). It stays in this tab,
 * and only the same person gets it back.
 */
export class Drafts {
  constructor(
    private readonly storage: Pick<
      Storage,
      'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'
    >,
    private readonly user: string,
  ) {}

  read<T>(key: string): T | undefined {
    const text = this.storage.getItem(this.name(key));
    if (text === null) {
      return undefined;
    }
    try {
      return JSON.parse(text) as T;
    } catch {
      this.drop(key);
      return undefined;
    }
  }

  keep(key: string, value: unknown): void {
    try {
      this.storage.setItem(this.name(key), JSON.stringify(value));
    } catch {
      // A full or forbidden storage must not stop the typing; the text is still in the form.
    }
  }

  drop(key: string): void {
    this.storage.removeItem(this.name(key));
  }

  /** Forgets what anyone else left in this tab. */
  dropOthers(): void {
    const names = Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i));
    names
      .filter((name) => name?.startsWith(PREFIX) && !name.startsWith(this.name('')))
      .forEach((name) => name && this.storage.removeItem(name));
  }

  private name(key: string): string {
    return `${PREFIX}${this.user}:${key}`;
  }
}

const PREFIX = 'chancery.draft:';
