import type { ChangeSummary } from '../core/diff/comparison.ts';
import type { ChangeHost, ChangeView } from './change-view.ts';
import { markerStyles } from './marker-styles.ts';
import { checkOf, today } from './policy-check.ts';
import type { PolicyCheck } from './policy-check.ts';
import type { LinkStorage } from './stored-reading.ts';
import type * as UpdatedWords from './updated-words.ts';

/** Servers have no `HTMLElement`. Importing the module must not fail there. */
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** Number of days for which `updated` is shown to people who have not read the policy since. */
const NEWS_DAYS = 30;

const DAY_MS = 86_400_000;

const PROPERTIES = ['src', 'storage', 'storageKey', 'updated', 'notice'] as const;

let sheet: CSSStyleSheet | undefined;

/** The module with the marker's texts. It is loaded when a marker is first shown. */
let words: typeof UpdatedWords | undefined;

/**
 * A link to a privacy policy that shows returning visitors what changed since they read it.
 *
 * It goes around the author's own link. For people who never read the policy, it does nothing,
 * unless `updated` is set. It looks for the reading that `<privacy-policy>` stored on this device,
 * and compares the policy with it. For that, it fetches the policy at most once per day and tab.
 * Nothing about the visitor is sent.
 *
 * @summary A link to a privacy policy that shows returning visitors what changed.
 *
 * @attr {string} src - Address of the policy, of the page around it, or of its `policy.json`. Default: the link's.
 * @attr {'local' | 'session' | 'none'} storage - Storage for the visitor's reading, as on `<privacy-policy>`. With `none`, only `updated` is used. Default: `local`.
 * @attr {string} storage-key - Key under which the reading is stored, as on `<privacy-policy>`.
 * @attr {string} updated - Day of the last update (ISO 8601), shown for 30 days to people who have not read it since.
 * @attr {'' | 'fixed'} notice - Adds a line that names the changed sections, unless that would move the text on screen. `fixed` shows it at the bottom of the window.
 * @attr {string} lang - Language of the element's own texts. Default: the page's, then the browser's, then English.
 *
 * @slot - The author's link to the page with the policy.
 *
 * @csspart marker - The word "updated" after the link.
 * @csspart notice - The line that names the changed sections.
 * @csspart button - The link and the button in the notice.
 *
 * @fires {PolicyChangesEvent} policy-changes - The policy differs materially from the version that the visitor last read.
 * @fires {PolicyDismissEvent} policy-dismiss - The visitor dismisses the notice. Cancel the event to keep it.
 *
 * @cssprop --policy-color - Colour of the notice's text. Default: inherited.
 * @cssprop --policy-background - Background of the fixed notice. Default: `Canvas`.
 * @cssprop --policy-accent-color - Colour of the marker. Default: inherited.
 * @cssprop --policy-border-color - Colour of the notice's border. Default: the text's colour.
 * @cssprop --policy-focus-color - Colour of the focus ring. Default: the text's colour.
 * @cssprop --policy-radius - Radius of the corners of marker and buttons. Default: `0.25em`.
 */
export class PrivacyPolicyLinkElement extends Base {
  static readonly observedAttributes = [...PROPERTIES, 'storage-key', 'lang'];

  #marker: HTMLElement | null = null;
  #check: PolicyCheck | null = null;
  #unwatch: (() => void) | undefined;
  #view: ChangeView | null = null;
  #summary: ChangeSummary | null = null;

  /**
   * Summary of what changed since this visitor read the policy. `null` if nothing material changed,
   * or if that is not known.
   */
  get changeSummary(): ChangeSummary | null {
    return this.#summary;
  }

  /** Address of the policy, of the page around it, or of its `policy.json`. Default: the link's. */
  declare src: string | null;

  /**
   * Storage for the visitor's reading, as on `<privacy-policy>`: `local`, `session` or `none`. With
   * `none`, only `updated` is used. Default: `local`.
   */
  declare storage: LinkStorage | null;

  /** Key under which the reading is stored, as on `<privacy-policy>`. */
  declare storageKey: string | null;

  /** Day of the last update (ISO 8601), shown for 30 days to people who have not read it since. */
  declare updated: string | null;

  /** Whether a line names the changed sections. `fixed` keeps it at the bottom of the window. */
  declare notice: string | boolean | null;

  connectedCallback(): void {
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      // A framework set the property before the element was defined.
      const value = this[name];
      Reflect.deleteProperty(this, name);
      Object.assign(this, { [name]: value });
    }
    this.#start();
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#start();
  }

  #start(): void {
    const address = this.src?.trim() || this.querySelector('a[href]')?.getAttribute('href') || '';
    const url = URL.canParse(address, this.baseURI) && new URL(address, this.baseURI);
    const check = url ? checkOf(url, this.storage ?? 'local', this.storageKey) : null;
    if (check !== this.#check) {
      this.#stop();
      this.#check = check;
      this.#unwatch = check?.watch(() => this.#render());
    }
    this.#render();
    void check?.start();
  }

  #stop(): void {
    this.#unwatch?.();
    this.#check = null;
    this.#showChange(null, '');
  }

  #render(): void {
    const change = this.#check?.change ?? null;
    const isNews = !change && this.isConnected && this.#isNews();
    this.#summary = change?.summary ?? null;
    if (!words) {
      if (change || isNews) void this.#loadWords();
      return;
    }
    const language = words.languageOf(this);
    const day = isNews ? (this.updated ?? '') : undefined;
    this.#showMarker(change || isNews ? words.updatedText(language, day) : '', language);
    this.#showChange(change, language);
  }

  async #loadWords(): Promise<void> {
    try {
      words = await import('./updated-words.ts');
      this.#render();
    } catch {
      // Without the texts, the author's link stays as it is. The next page tries again.
    }
  }

  /**
   * Whether `updated` is at most {@link NEWS_DAYS} days ago and after the visitor's reading, and
   * today's check did not find that nothing material changed.
   */
  #isNews(): boolean {
    if (this.#check?.isKnown) return false;
    const day = /^\d{4}-\d\d-\d\d/.exec(this.updated ?? '')?.[0];
    if (!day) return false;
    const age = (Date.parse(today()) - Date.parse(day)) / DAY_MS;
    return age >= 0 && age <= NEWS_DAYS && !((this.#check?.reading?.seenOn ?? '') >= day);
  }

  #showMarker(text: string, language: string): void {
    if (!text && !this.#marker) return;
    const marker = (this.#marker ??= this.#createMarker());
    marker.hidden = !text;
    marker.textContent = text;
    marker.lang = language;
    // If there is a change, the link's accessible name already states it.
    marker.ariaHidden = this.#summary ? 'true' : null;
  }

  #createMarker(): HTMLElement {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(markerStyles);
    }
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const marker = document.createElement('span');
    marker.setAttribute('part', 'marker');
    root.append(document.createElement('slot'), marker);
    return marker;
  }

  #showChange(change: PolicyCheck['change'], language: string): void {
    const check = this.#check;
    if (!change || !check) {
      this.#view?.remove();
      this.#view = null;
    } else if (this.#view) this.#view.show(change, language);
    else {
      import('./change-view.ts').then(
        ({ ChangeView }) => {
          if (check !== this.#check || !check.change) return;
          this.#view ??= new ChangeView(this as unknown as ChangeHost, check);
          this.#view.show(check.change, language);
        },
        // If the chunk fails to load, the marker is still shown.
        () => {},
      );
    }
  }
}

for (const name of PROPERTIES) {
  const attribute = name === 'storageKey' ? 'storage-key' : name;
  Object.defineProperty(PrivacyPolicyLinkElement.prototype, name, {
    get(this: Element) {
      return this.getAttribute(attribute);
    },
    set(this: Element, value: string | boolean | null | undefined) {
      if (value === true) this.setAttribute(attribute, '');
      else if (value || value === '') this.setAttribute(attribute, value);
      else this.removeAttribute(attribute);
    },
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'privacy-policy-link': PrivacyPolicyLinkElement;
  }
}
