/** Declares the attributes, parsed leniently because CMS editors and frameworks rewrite them. */

import {
  LitElement,
  type ComplexAttributeConverter,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';

/** Converts a boolean attribute, which is true unless it is absent, `"false"` or `"0"`. */
const booleanConverter: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && !/^\s*(false|0)\s*$/i.test(value),
  toAttribute: (value) => (value ? '' : null),
};

/** Converts a case-insensitive attribute with fixed values. Others become the first value. */
function enumConverter<T extends string>(
  values: readonly [T, ...T[]],
): ComplexAttributeConverter<T> {
  return {
    fromAttribute: (value) =>
      values.find((each) => each === value?.trim().toLowerCase()) ?? values[0],
  };
}

const DEFAULT_LEVEL = 2;

/** Whether the page's author was warned of an invalid `heading-level`. It happens only once. */
let hasWarned = false;

/** Returns a valid heading level: rounds the value and clamps it to 1 to 6. */
export function headingLevelOf(value: unknown): 1 | 2 | 3 | 4 | 5 | 6 {
  const rounded = Math.round(Number.parseFloat(String(value)));
  const level = Number.isNaN(rounded) ? DEFAULT_LEVEL : Math.min(6, Math.max(1, rounded));
  return level as ReturnType<typeof headingLevelOf>;
}

const levelConverter: ComplexAttributeConverter<number> = {
  fromAttribute: (value) => {
    const level = headingLevelOf(value ?? DEFAULT_LEVEL);
    if (value && level !== Number(value) && !hasWarned) {
      hasWarned = true;
      // oxlint-disable-next-line no-console -- Tells the page's author about a mistake.
      console.warn(`<privacy-policy>: heading-level takes 1 to 6; using ${level}.`);
    }
    return level;
  },
};

/**
 * Converts the policy's text. Before the element is defined, frameworks set properties as
 * attributes, which turns an object into "[object Object]". That text is ignored.
 */
const textConverter: ComplexAttributeConverter = {
  fromAttribute: (value) => {
    const given = value?.trim();
    return !given || given.startsWith('[object ') ? null : value;
  },
};

/** Properties that reload the policy when they change. */
export const RELOAD_PROPERTIES = [
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
 * The attributes, events, CSS parts, states and custom properties of `<privacy-policy>`.
 *
 * @fires {PolicyLoadEvent} policy-load - The policy is on screen. Fields: `policy`, `fromMemory`.
 * @fires {PolicyErrorEvent} policy-error - The policy could not be loaded. Field: `error`. Cancel the event to hide the error box.
 * @fires {PolicyChangesEvent} policy-changes - The policy differs from the version that the visitor last read. If the comparison finishes after the policy is on screen, a line offers the changes. Field: `summary`.
 * @fires {PolicyRememberEvent} policy-remember - The reading is about to be stored. Field: `reason`. Cancel the event to store nothing.
 * @fires {PolicyToggleEvent} policy-toggle - A section opened or closed. Fields: `id`, `expanded`.
 * @fires {PolicyNavigateEvent} policy-navigate - A link to a section was followed. Field: `id`. Cancel the event to navigate with your own router.
 *
 * @csspart base - The box around everything.
 * @csspart header - Title and dates.
 * @csspart title - The title.
 * @csspart meta - Line with dates, version, languages and reading time.
 * @csspart badge - The badge with the date of the last update.
 * @csspart banner - The banner that lists what changed, or will change, with its controls.
 * @csspart toolbar - The bar for going from change to change.
 * @csspart button - Every button except those that open and close sections.
 * @csspart status - The visually hidden live region for screen readers.
 * @csspart toc - The table of contents.
 * @csspart toc-link - A link in the table of contents.
 * @csspart content - The text of the policy.
 * @csspart intro - The text before the first section.
 * @csspart section - A section.
 * @csspart heading - The heading of a section.
 * @csspart toggle - The button in a heading.
 * @csspart tag - A label beside a heading, such as "Changed" or "Added".
 * @csspart note - A note about a change.
 * @csspart permalink - The link to a section, beside its heading.
 * @csspart panel - The part of a section that its button shows and hides.
 * @csspart body - The text of a section.
 * @csspart added - A run of added words.
 * @csspart deleted - A run of removed words.
 * @csspart removed - The group of removed sections.
 * @csspart footer - The links at the end, and what this page remembers.
 * @csspart error - The error box.
 * @csspart skeleton - The placeholder shown while the policy loads.
 *
 * @cssstate loading - The policy is loading.
 * @cssstate ready - The policy is on screen.
 * @cssstate stale - Loading failed, and an earlier copy is on screen.
 * @cssstate empty - The document has no text.
 * @cssstate error - The policy could not be loaded.
 * @cssstate changed - The policy differs materially from what the visitor last read.
 * @cssstate upcoming - The policy takes effect on a later date.
 * @cssstate changes-visible - Changes are marked in the text.
 *
 * @cssprop [--policy-color=inherit] - Colour of the text.
 * @cssprop [--policy-background=transparent] - Background of the element.
 * @cssprop [--policy-accent-color=#2f7de1] - Colour of the banner, of dots, and of the current entry in the contents.
 * @cssprop [--policy-link-color=inherit] - Colour of links in the text.
 * @cssprop [--policy-muted-color=inherit] - Colour of secondary text: dates, notes, counts.
 * @cssprop [--policy-border-color=20 % of the text’s] - Colour of hairlines.
 * @cssprop [--policy-control-color=70 % of the text’s] - Colour of button borders.
 * @cssprop [--policy-focus-color=currentcolor] - Colour of the focus outline.
 * @cssprop [--policy-added-color=#2f7de1] - Colour of added words and sections.
 * @cssprop [--policy-removed-color=#c2570c] - Colour of removed words and sections.
 * @cssprop [--policy-moved-color=#8a63d2] - Colour of moved sections.
 * @cssprop [--policy-tint=16%] - Opacity of the tint behind changed words.
 * @cssprop [--policy-font-family=inherit] - Font of the element.
 * @cssprop [--policy-heading-font-family=inherit] - Font of headings.
 * @cssprop [--policy-font-size=1em] - Size of the text. All other font sizes are relative to it.
 * @cssprop [--policy-line-height=1.6] - Line height of the text.
 * @cssprop [--policy-measure=68ch] - Maximum length of a line of text.
 * @cssprop [--policy-spacing=1em] - Base spacing. All other distances are relative to it.
 * @cssprop [--policy-radius=0.5em] - Corner radius of boxes.
 * @cssprop [--policy-toc-width=14.5em] - Width of the contents beside the text.
 * @cssprop [--policy-scroll-offset=measured] - Height of a sticky page header, kept free when scrolling to a section. By default it is measured.
 * @cssprop [--policy-loading-block-size=100svh] - Height reserved while the policy loads.
 */
export class PolicyAttributes extends LitElement {
  // oxlint-disable lit/no-classfield-shadowing -- The compiler assigns fields, and defines none.
  /** Lit's declarations of the properties. @internal */
  static override properties: PropertyDeclarations = {
    src: {},
    policy: { converter: textConverter },
    format: { converter: enumConverter(['auto', 'markdown', 'json', 'html']) },
    previousSrc: { attribute: 'previous-src' },
    historySrc: { attribute: 'history-src' },
    modified: {},
    headingLevel: { attribute: 'heading-level', converter: levelConverter },
    noTitle: { attribute: 'no-title', converter: booleanConverter },
    expanded: { converter: enumConverter(['all', 'none', 'changed']) },
    toc: { converter: enumConverter(['auto', 'start', 'end', 'top', 'none']) },
    changes: { converter: enumConverter(['auto', 'off']) },
    storage: { converter: enumConverter(['local', 'session', 'none']) },
    storageKey: { attribute: 'storage-key' },
    images: { converter: enumConverter(['same-origin', 'all', 'none']) },
    theme: {
      converter: enumConverter(['inherit', 'auto', 'light', 'dark']),
      reflect: true,
      useDefault: true,
    },
    noHash: { attribute: 'no-hash', converter: booleanConverter },
    idPrefix: { attribute: 'id-prefix' },
    lastUpdated: { attribute: 'updated' },
    structuredData: { attribute: 'structured-data', converter: booleanConverter },
    lightContent: { attribute: 'light-content', converter: booleanConverter },
    effective: {},
    version: {},
  };
  // oxlint-enable lit/no-classfield-shadowing

  /** URL of the policy, as Markdown, JSON or HTML. */
  src: string | null = null;

  /**
   * The policy itself: an object in the native JSON format, or Markdown text. Takes precedence over
   * `src`.
   *
   * @type {string | object | null}
   */
  policy: unknown = null;

  /** Format of the text. Needed only if detection fails. */
  format: 'auto' | 'markdown' | 'json' | 'html' = 'auto';

  /** URL of an earlier version. The policy is compared with it if no earlier reading is stored. */
  previousSrc: string | null = null;

  /** URL of a `policy.json` from the command-line tool. Visitors can open the versions in it. */
  historySrc: string | null = null;

  /** Level of the title's heading, from 1 to 6. Sections are one level below it. */
  headingLevel = 2;

  /** Hides the title, for pages with their own title. Sections then start at `heading-level`. */
  noTitle = false;

  /** Determines which sections start open. Changed sections always start open. */
  expanded: 'all' | 'none' | 'changed' = 'all';

  /** Position of the table of contents. */
  toc: 'auto' | 'start' | 'end' | 'top' | 'none' = 'auto';

  /** Whether the text is compared with an earlier version. `off` turns the comparison off. */
  changes: 'auto' | 'off' = 'auto';

  /** Storage for the visitor's reading. `none` uses no storage at all. */
  storage: 'local' | 'session' | 'none' = 'local';

  /**
   * Key under which the reading is stored. Defaults to the URL of the source without query and
   * hash, or to the page's URL if the text is in the page. If a page contains several policies as
   * text, each needs its own key.
   */
  storageKey: string | null = null;

  /** Determines which images load automatically. Other images load after a click. */
  images: 'same-origin' | 'all' | 'none' = 'same-origin';

  /** `inherit` uses the page's font and colours; the other values use the element's own theme. */
  theme: 'inherit' | 'auto' | 'light' | 'dark' = 'inherit';

  /** Never reads or writes the page's hash. For pages with their own router. */
  noHash = false;

  /** Prefix for the ids of all sections. */
  idPrefix = '';

  /** Adds JSON-LD (`WebPage` with title, date, version and language) to the page's head. */
  structuredData = false;

  /** Renders the policy's text into slotted children in the page's own DOM, not the shadow root. */
  lightContent = false;

  /** Date of the last update. Overrides the date in the document. */
  lastUpdated: string | null = null;

  /** Date on which the policy takes effect. Overrides the date in the document. */
  effective: string | null = null;

  /**
   * Date on which the page or file was last edited. Shown as “Page last edited …” if the text
   * states no date of its own. It is not treated as an update of the policy.
   */
  modified: string | null = null;

  /** Version of the policy. Overrides the version in the document. */
  version: string | null = null;

  constructor() {
    super();
    // A value assigned before the element was defined would hide the accessor below.
    const early: unknown = Object.getOwnPropertyDescriptor(this, 'updated')?.value;
    Reflect.deleteProperty(this, 'updated');
    if (early !== undefined) this.updated = early;
  }

  override connectedCallback(): void {
    if (!this.hasUpdated) this.#adoptLowerCaseAttributes();
    super.connectedCallback();
  }

  /**
   * Adopts `notitle` as `no-title`, and so on. While the element is not defined, React sets its
   * properties as attributes of the same name, and HTML turns attribute names into lower case.
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
   * Frameworks assign `updated` as a property, because the element has one of that name. This
   * accessor passes the date to `lastUpdated`, so that it does not replace Lit's hook `updated()`.
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
