import type { Navigation } from '../controllers/navigation.ts';
import type { PolicyLoader } from '../controllers/policy-loader.ts';
import type { Alternate, HistoryEntry } from '../core/model/policy.ts';
import { showImage } from '../browser/show-image.ts';
import { Retry, type LoadingHost } from './retry.ts';
import { ChangeActions } from './change-actions.ts';
import type { Localization } from './localization.ts';
import { LanguageChoice } from './language-choice.ts';
import type { ViewActions } from '../view/view-state.ts';

/** What the actions need of their element. */
export interface Actor extends LoadingHost {
  /** Address of the source as a link may have it, or null. */
  readonly address: string | null;
}

/** Does what a reader asks for by the element's controls. */
export class UserActions implements ViewActions {
  readonly #element: Actor;
  readonly #loader: PolicyLoader;
  readonly #navigation: Navigation;
  readonly #changeActions: ChangeActions;
  /** Which of the policy's languages is shown. */
  readonly translation = new LanguageChoice();
  /** Whether the contents are open where they start closed. */
  contentsOpen = false;
  readonly retrying: Retry;
  readonly showImage = showImage;

  constructor(element: Actor, visit: PolicyLoader, navigation: Navigation, speech: Localization) {
    this.#element = element;
    this.#loader = visit;
    this.#navigation = navigation;
    this.retrying = new Retry(element);
    this.#changeActions = new ChangeActions(element, visit, navigation, speech);
  }

  toggle(key: string): void {
    this.#loader.memory?.deliberate();
    this.#navigation.disclosure.toggle(key);
  }

  toggleAll(): void {
    const { disclosure } = this.#navigation;
    this.#loader.memory?.deliberate();
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
    this.#changeActions.goTo(1);
  }

  nextChange(): boolean {
    return this.#changeActions.step(1);
  }

  previousChange(): boolean {
    return this.#changeActions.step(-1);
  }

  goToChange(position: number): void {
    this.#changeActions.goTo(position);
  }

  showChanges(visible: boolean): void {
    void this.#changeActions.show(visible);
  }

  markAsRead(): Promise<void> {
    return this.#changeActions.markAsRead();
  }

  undoMarkAsRead(): void {
    void this.#changeActions.undo();
  }

  showAgain(): void {
    void this.#changeActions.showAgain();
  }

  compareWith({ url, date }: HistoryEntry): void {
    if (url) void this.#changeActions.compareWith(url, date);
  }

  forget(): void {
    void this.#changeActions.forget();
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
    const place = this.#loader.policy?.sections.findIndex(({ id }) => id === current) ?? -1;
    this.translation.choose(alternate, this.#loader.policy, this.#element.address);
    disclosure.carryOver();
    await this.#element.load();
    const section = this.#loader.policy?.sections[place];
    if (section) this.#navigation.goTo(section.id);
  }
}
