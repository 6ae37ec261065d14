/** The attributes of `<privacy-policy>`, read forgivingly: CMS editors and frameworks rewrite them. */

import {
  LitElement,
  type ComplexAttributeConverter,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';

/** On for `""`, `"true"` or any other word; off when absent, `"false"` or `"0"`. */
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
  const asked = Math.round(Number.parseFloat(String(value)));
  const level = Number.isNaN(asked) ? DEFAULT_LEVEL : Math.min(6, Math.max(1, asked));
  return level as ReturnType<typeof headingLevelOf>;
}

const level: ComplexAttributeConverter<number> = {
  fromAttribute: (value) => {
    const level = headingLevelOf(value ?? DEFAULT_LEVEL);
    if (value && level !== Number(value) && !hasWarned) {
      hasWarned = true;
      // oxlint-disable-next-line no-console -- The page's author asked for what cannot be.
      console.warn(`<privacy-policy>: heading-level takes 1 to 6; using ${level}.`);
    }
    return level;
  },
};

/**
 * A policy as text, Markdown or JSON. Frameworks write properties of a tag that is not defined yet as
 * attributes, and what they make of an object is no policy.
 */
const text: ComplexAttributeConverter = {
  fromAttribute: (value) => {
    const given = value?.trim();
    return !given || given.startsWith('[object ') ? null : value;
  },
};

/** Properties whose change asks for the policy anew. */
export const LOADING = [
  'src',
  'policy',
  'format',
  'previousSrc',
  'historySrc',
  'changes',
  'storage',
  'storageKey',
  'idPrefix',
  'lastUpdated',
  'effective',
  'version',
  'modified',
] as const;

/**
 * What a page can set on the element, hear from it, and style.
 *
 * @fires {PolicyLoadEvent} policy-load - The policy is on screen: `policy`, `fromMemory`.
 * @fires {PolicyErrorEvent} policy-error - It could not be loaded: `error`. Cancel it to show no box.
 * @fires {PolicyChangesEvent} policy-changes - It differs from what the visitor last read: `summary`.
 * @fires {PolicyRememberEvent} policy-remember - The visit is about to be written to storage: `reason`. Cancel it to write nothing.
 * @fires {PolicyToggleEvent} policy-toggle - A section opened or closed: `id`, `expanded`.
 * @fires {PolicyNavigateEvent} policy-navigate - A link to a section was followed: `id`. Cancel it to navigate by a router.
 *
 * @csspart base - Everything.
 * @csspart header - Title and dates.
 * @csspart title - The title.
 * @csspart meta - Dates, version, languages, reading time.
 * @csspart badge - The day of the last update.
 * @csspart banner - What changed, with the controls of the changes; or what will change.
 * @csspart toolbar - Bar that leads from change to change, while somebody walks through them.
 * @csspart button - Every button but those of sections.
 * @csspart status - Out of sight: what screen readers are told.
 * @csspart toc - The contents.
 * @csspart toc-link - A line of the contents.
 * @csspart content - The text.
 * @csspart intro - The text before the first section.
 * @csspart section - A section.
 * @csspart heading - The heading of a section.
 * @csspart toggle - The button in a heading.
 * @csspart tag - "Changed", "Added" and the like, beside a heading.
 * @csspart note - A sentence about a change.
 * @csspart permalink - The link to a section, beside its heading.
 * @csspart panel - What a section's button shows and hides.
 * @csspart body - The text of a section.
 * @csspart added - A run of added words.
 * @csspart deleted - A run of removed words.
 * @csspart removed - The group of removed sections.
 * @csspart footer - Links, and what this page remembers.
 * @csspart error - The box of a failure.
 * @csspart skeleton - What is drawn while nothing is there yet.
 *
 * @cssstate loading - The policy is on its way.
 * @cssstate ready - The policy is on screen.
 * @cssstate stale - An earlier copy is on screen, since a load failed.
 * @cssstate empty - What arrived has no text.
 * @cssstate error - The policy could not be loaded.
 * @cssstate changed - It differs from what the visitor last read.
 * @cssstate upcoming - It takes effect on a day to come.
 * @cssstate changes-visible - Changes are marked.
 *
 * @cssprop [--policy-color=inherit] - Text.
 * @cssprop [--policy-background=transparent] - Behind everything.
 * @cssprop [--policy-accent-color=#2f7de1] - Banner, dot, place in the contents.
 * @cssprop [--policy-link-color=inherit] - Links in the text.
 * @cssprop [--policy-muted-color=inherit] - What stands beside the text: dates, notes, counts.
 * @cssprop [--policy-border-color=20 % of the text’s] - Hairlines.
 * @cssprop [--policy-control-color=70 % of the text’s] - Borders of buttons.
 * @cssprop [--policy-focus-color=currentcolor] - Outline of what has the focus.
 * @cssprop [--policy-added-color=#2f7de1] - Added words and sections.
 * @cssprop [--policy-removed-color=#c2570c] - Removed words and sections.
 * @cssprop [--policy-moved-color=#8a63d2] - Moved sections.
 * @cssprop [--policy-tint=16%] - Strength of those colours behind changed words.
 * @cssprop [--policy-font-family=inherit] - Font.
 * @cssprop [--policy-heading-font-family=inherit] - Font of headings.
 * @cssprop [--policy-font-size=1em] - Size of the text; all other sizes are shares of it.
 * @cssprop [--policy-line-height=1.6] - Height of a line.
 * @cssprop [--policy-measure=68ch] - Longest line of text.
 * @cssprop [--policy-spacing=1em] - All distances are shares of it.
 * @cssprop [--policy-radius=0.5em] - Corners of boxes.
 * @cssprop [--policy-toc-width=14.5em] - Contents beside the text.
 * @cssprop [--policy-scroll-offset=0px] - Height of what the page keeps at its top edge.
 * @cssprop [--policy-loading-block-size=100svh] - Height kept free until the policy is there.
 */
export class PolicyAttributes extends LitElement {
  // oxlint-disable lit/no-classfield-shadowing -- The compiler assigns our fields, it defines none.
  /** How Lit holds each of them. @internal */
  static override properties: PropertyDeclarations = {
    src: {},
    policy: { converter: text },
    format: { converter: oneOf(['auto', 'markdown', 'json', 'html']) },
    previousSrc: { attribute: 'previous-src' },
    historySrc: { attribute: 'history-src' },
    modified: {},
    headingLevel: { attribute: 'heading-level', converter: level },
    noTitle: { attribute: 'no-title', converter: switchedOn },
    expanded: { converter: oneOf(['all', 'none', 'changed']) },
    toc: { converter: oneOf(['auto', 'start', 'end', 'top', 'none']) },
    changes: { converter: oneOf(['auto', 'off']) },
    storage: { converter: oneOf(['local', 'session', 'none']) },
    storageKey: { attribute: 'storage-key' },
    images: { converter: oneOf(['same-origin', 'all', 'none']) },
    theme: {
      converter: oneOf(['inherit', 'auto', 'light', 'dark']),
      reflect: true,
      useDefault: true,
    },
    noHash: { attribute: 'no-hash', converter: switchedOn },
    idPrefix: { attribute: 'id-prefix' },
    lastUpdated: { attribute: 'updated' },
    structuredData: { attribute: 'structured-data', converter: switchedOn },
    lightContent: { attribute: 'light-content', converter: switchedOn },
    effective: {},
    version: {},
  };
  // oxlint-enable lit/no-classfield-shadowing

  /** Address of the policy: Markdown, JSON or HTML. */
  src: string | null = null;

  /**
   * The policy itself: an object in the native JSON shape, or Markdown. Goes before `src`.
   *
   * @type {string | object | null}
   */
  policy: unknown = null;

  /** Form of the text, where content type, shape and extension mislead. */
  format: 'auto' | 'markdown' | 'json' | 'html' = 'auto';

  /** Address of an earlier version, to compare with where the visitor has no memory of one. */
  previousSrc: string | null = null;

  /** URL of a `policy.json` made by the command line: its versions are offered to readers. */
  historySrc: string | null = null;

  /** Level of the title's heading, 1 to 6; sections follow below it. */
  headingLevel = 2;

  /** Leaves the title out: the page has its own, and sections take `heading-level`. */
  noTitle = false;

  /** Which sections start open. Changed ones always do. */
  expanded: 'all' | 'none' | 'changed' = 'all';

  /** Where the table of contents stands. */
  toc: 'auto' | 'start' | 'end' | 'top' | 'none' = 'auto';

  /** `off` never compares. */
  changes: 'auto' | 'off' = 'auto';

  /** Where the visit is remembered; `none` touches no storage at all. */
  storage: 'local' | 'session' | 'none' = 'local';

  /**
   * Whose visit is remembered; the address of the source without query and hash where not given, or
   * of the page for a text in it. Several texts in one page need one each.
   */
  storageKey: string | null = null;

  /** Which images of the policy load by themselves; others wait until their reader asks for them. */
  images: 'same-origin' | 'all' | 'none' = 'same-origin';

  /** Whether the page's font and colours are taken on, or a theme of the element's own. */
  theme: 'inherit' | 'auto' | 'light' | 'dark' = 'inherit';

  /** Never reads or writes the page's hash, for pages whose router owns it. */
  noHash = false;

  /** Goes before every section's id. */
  idPrefix = '';

  /** Writes JSON-LD (`WebPage`: title, date, version, language) into the page's head. */
  structuredData = false;

  /** Mounts the policy's text in the page's own DOM, slotted, instead of the shadow root. */
  lightContent = false;

  /** Date of the last update; overrides the date in the document. */
  lastUpdated: string | null = null;

  /** Day from which the policy applies; goes before what the document says. */
  effective: string | null = null;

  /**
   * Day the page or file was last edited: shown as “Page last edited …” where the text states no date
   * of its own, and never called an update of the policy.
   */
  modified: string | null = null;

  /** Version; goes before what the document says. */
  version: string | null = null;

  constructor() {
    super();
    // A value assigned before the element was defined hides the accessor below.
    const early: unknown = Object.getOwnPropertyDescriptor(this, 'updated')?.value;
    Reflect.deleteProperty(this, 'updated');
    if (early !== undefined) this.updated = early;
  }

  override connectedCallback(): void {
    if (!this.hasUpdated) this.#adoptLowerCaseAttributes();
    super.connectedCallback();
  }

  /**
   * Reads `notitle` as `no-title`, and so on: React writes properties of a tag that is not defined
   * yet as attributes of the same name, which HTML turns into lower case.
   */
  #adoptLowerCaseAttributes(): void {
    const { elementProperties } = this.constructor as typeof PolicyAttributes;
    for (const [name, { attribute }] of elementProperties) {
      const written = String(name).toLowerCase();
      const value = this.getAttribute(written);
      if (typeof attribute !== 'string' || attribute === written || value === null) continue;
      if (!this.hasAttribute(attribute)) this.attributeChangedCallback(attribute, null, value);
    }
  }

  /**
   * Frameworks assign to every property that an element has: assigned to this one, the date goes to
   * `lastUpdated` instead of replacing Lit's hook of the same name.
   * @internal
   */
  // @ts-expect-error -- The base class has a method of this name.
  protected override get updated(): (changed: PropertyValues) => void {
    return super.updated;
  }

  /** @internal */
  protected override set updated(value: unknown) {
    this.lastUpdated = typeof value === 'string' ? value : null;
  }
}
