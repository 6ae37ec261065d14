/** A storage for one test. The browser's own storage is shared by all test files. */
export class MemoryStorage implements Storage {
  /** The calls so far, such as `getItem privacy-policy:x`. */
  readonly log: string[] = [];
  /** Maximum number of characters in all keys and values. */
  quota = Infinity;
  readonly #values = new Map<string, string>();

  get length(): number {
    return this.#values.size;
  }

  key(index: number): string | null {
    return [...this.#values.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    this.log.push(`getItem ${key}`);
    return this.#values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.log.push(`setItem ${key}`);
    let size = key.length + value.length;
    for (const [other, held] of this.#values) if (other !== key) size += other.length + held.length;
    if (size > this.quota) throw new DOMException('full', 'QuotaExceededError');
    this.#values.set(key, value);
  }

  removeItem(key: string): void {
    this.log.push(`removeItem ${key}`);
    this.#values.delete(key);
  }

  clear(): void {
    this.#values.clear();
  }
}
