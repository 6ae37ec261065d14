/** The attributes of `<privacy-policy>`, read forgivingly: CMS editors and frameworks rewrite them. */

import { LitElement, type ComplexAttributeConverter } from 'lit';
import { property } from 'lit/decorators.js';

/** On for `""`, `"true"` or the attribute's own name; off when absent, `"false"` or `"0"`. */
const switchedOn: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && !/^\s*(false|0)\s*$/i.test(value),
  toAttribute: (value) => (value ? '' : null),
};

/** One of a few words in any case; anything else is the first of them. */
function oneOf<T extends string>(words: readonly [T, ...T[]]): ComplexAttributeConverter<T> {
  return {
    fromAttribute: (value) =>
      words.find((word) => word === value?.trim().toLowerCase()) ?? words[0],
  };
}

const DEFAULT_LEVEL = 2;

let hasWarned = false;

/** A heading level: a number from 1 to 6, and what is none is brought there. */
export function headingLevelOf(value: unknown): 1 | 2 | 3 | 4 | 5 | 6 {
  const asked = Math.round(Number(value));
  const level = Number.isNaN(asked) ? DEFAULT_LEVEL : Math.min(6, Math.max(1, asked));
  return level as ReturnType<typeof headingLevelOf>;
}

const level: ComplexAttributeConverter<number> = {
  fromAttribute: (value) => {
    const level = headingLevelOf(value ?? DEFAULT_LEVEL);
    if (value !== null && level !== Number(value) && !hasWarned) {
      hasWarned = true;
      // oxlint-disable-next-line no-console -- The page's author asked for what cannot be.
      console.warn(`<privacy-policy>: heading-level takes 1 to 6; using ${level}.`);
    }
    return level;
  },
};

/** Properties whose change asks for the policy anew. */
export const LOADING = [
  'src',
  'policy',
  'format',
  'previousSrc',
  'changes',
  'storage',
  'storageKey',
  'idPrefix',
  'updatedOn',
  'effective',
  'version',
] as const;

/** What a page can set on the element, by attribute or property. */
export class PolicyAttributes extends LitElement {
  /** Address of the policy: Markdown, JSON or HTML. */
  @property() src: string | null = null;

  /** The policy itself: an object in the native JSON shape, or Markdown. Goes before `src`. */
  @property({ attribute: false }) policy: unknown = null;

  /** Form of the text, where content type, shape and extension mislead. */
  @property({ converter: oneOf(['auto', 'markdown', 'json', 'html']) })
  format: 'auto' | 'markdown' | 'json' | 'html' = 'auto';

  /** Address of an earlier version, to compare with where the visitor has no memory of one. */
  @property({ attribute: 'previous-src' }) previousSrc: string | null = null;

  /** Level of the title's heading, 1 to 6; sections follow below it. */
  @property({ attribute: 'heading-level', converter: level }) headingLevel = 2;

  /** Leaves the title out: the page has its own, and sections take `heading-level`. */
  @property({ attribute: 'no-title', converter: switchedOn }) noTitle = false;

  /** Which sections start open. Changed ones always do. */
  @property({ converter: oneOf(['all', 'none', 'changed']) })
  expanded: 'all' | 'none' | 'changed' = 'all';

  /** Where the table of contents stands. */
  @property({ converter: oneOf(['auto', 'start', 'end', 'top', 'none']) })
  toc: 'auto' | 'start' | 'end' | 'top' | 'none' = 'auto';

  /** `off` never compares. */
  @property({ converter: oneOf(['auto', 'off']) }) changes: 'auto' | 'off' = 'auto';

  /** Where the visit is remembered; `none` touches no storage at all. */
  @property({ converter: oneOf(['local', 'session', 'none']) })
  storage: 'local' | 'session' | 'none' = 'local';

  /** Whose visit is remembered; the source's address without query and hash where not given. */
  @property({ attribute: 'storage-key' }) storageKey: string | null = null;

  /** Whether the page's font and colours are taken on, or a theme of the element's own. */
  @property({ converter: oneOf(['inherit', 'auto', 'light', 'dark']), reflect: true })
  theme: 'inherit' | 'auto' | 'light' | 'dark' = 'inherit';

  /** Never reads or writes the page's hash, for pages whose router owns it. */
  @property({ attribute: 'no-hash', converter: switchedOn }) noHash = false;

  /** Goes before every section's id. */
  @property({ attribute: 'id-prefix' }) idPrefix = '';

  /** `updated` as Lit holds it. @internal */
  @property({ attribute: 'updated' }) updatedOn: string | null = null;

  /** Mounts the policy's text in the page's own DOM, slotted, instead of the shadow root. */
  @property({ attribute: 'light-content', converter: switchedOn }) lightContent = false;

  /** Date of the last update; goes before what the document says.
   * @ts-ignore Lit's hook of this name is hidden by it; see the accessor below. */
  declare updated: string | null;

  /** Day from which the policy applies; goes before what the document says. */
  @property() effective: string | null = null;

  /** Version; goes before what the document says. */
  @property() version: string | null = null;

  #updating = false;

  static {
    // The contract gives the name `updated` to an attribute, Lit gives it to a hook, which it calls
    // while `performUpdate` runs: only then does the name mean the hook, and that has nothing to do.
    Object.defineProperty(this.prototype, 'updated', {
      get(this: PolicyAttributes) {
        return this.#updating ? () => {} : this.updatedOn;
      },
      set(this: PolicyAttributes, value: unknown) {
        this.updatedOn = typeof value === 'string' ? value : null;
      },
    });
  }

  constructor() {
    super();
    // Set before the element was defined, it would hide the accessor.
    const early = Object.getOwnPropertyDescriptor(this, 'updated');
    if (early) {
      Reflect.deleteProperty(this, 'updated');
      Reflect.set(this, 'updated', early.value);
    }
  }

  protected override performUpdate(): void {
    this.#updating = true;
    try {
      super.performUpdate();
    } finally {
      this.#updating = false;
    }
  }
}
