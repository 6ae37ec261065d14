import type { Navigation } from './controllers/navigation.ts';
import type { PolicyVisit } from './controllers/policy-visit.ts';
import type { Alternate, HistoryEntry } from './core/policy.ts';
import { showImage } from './platform/show-image.ts';
import { Retrying, type LoadingHost } from './retrying.ts';
import { Reviewing } from './reviewing.ts';
import type { Speech } from './speech.ts';
import { TranslationChoice } from './translation-choice.ts';
import type { ViewActions } from './view/view-state.ts';

/** What the actions need of their element. */
export interface Actor extends LoadingHost {
  /** Address of the source as a link may have it, or null. */
  readonly address: string | null;
}

/** Does what a reader asks for by the element's controls. */
export class ReaderActions implements ViewActions {
  readonly #element: Actor;
  readonly #visit: PolicyVisit;
  readonly #navigation: Navigation;
  readonly #reviewing: Reviewing;
  /** Which of the policy's languages is shown. */
  readonly translation = new TranslationChoice();
  /** Whether the contents are open where they start closed. */
  contentsOpen = false;
  readonly retrying: Retrying;
  readonly showImage = showImage;

  constructor(element: Actor, visit: PolicyVisit, navigation: Navigation, speech: Speech) {
    this.#element = element;
    this.#visit = visit;
    this.#navigation = navigation;
    this.retrying = new Retrying(element);
    this.#reviewing = new Reviewing(element, visit, navigation, speech);
  }

  toggle(key: string): void {
    this.#visit.memory?.deliberate();
    this.#navigation.disclosure.toggle(key);
  }

  toggleAll(): void {
    const { disclosure } = this.#navigation;
    this.#visit.memory?.deliberate();
    disclosure.setAll(disclosure.closed.size > 0);
  }

  toggleContents(): void {
    this.contentsOpen = !this.contentsOpen;
    this.#element.requestUpdate();
  }

  follow(event: MouseEvent, id: string, isPermalink = false): void {
    this.#navigation.follow(event, id, isPermalink);
  }

  chooseLanguage(event: MouseEvent, alternate: Alternate): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.#translate(alternate);
  }

  firstChange(): void {
    this.#reviewing.goTo(1);
  }

  nextChange(): boolean {
    return this.#reviewing.step(1);
  }

  previousChange(): boolean {
    return this.#reviewing.step(-1);
  }

  goToChange(position: number): void {
    this.#reviewing.goTo(position);
  }

  showChanges(visible: boolean): void {
    void this.#reviewing.show(visible);
  }

  markAsRead(): Promise<void> {
    return this.#reviewing.markAsRead();
  }

  undoMarkAsRead(): void {
    void this.#reviewing.undo();
  }

  showAgain(): void {
    void this.#reviewing.showAgain();
  }

  compareWith({ url, date }: HistoryEntry): void {
    if (url) void this.#reviewing.compareWith(url, date);
  }

  forget(): void {
    void this.#reviewing.forget();
  }

  retry(): void {
    void this.retrying.start();
  }

  print(): void {
    print();
  }

  /** Shows another language at the section that is being read, with the same sections closed. */
  async #translate(alternate: Alternate): Promise<void> {
    const { current, disclosure } = this.#navigation;
    const place = this.#visit.policy?.sections.findIndex(({ id }) => id === current) ?? -1;
    this.translation.choose(alternate, this.#visit.policy, this.#element.address);
    disclosure.carryOver();
    await this.#element.load();
    const section = this.#visit.policy?.sections[place];
    if (section) this.#navigation.goTo(section.id);
  }
}
