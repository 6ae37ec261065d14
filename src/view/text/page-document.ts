import type { TextDocument } from './text-document.ts';

const labels = new WeakMap<Element, string>();
let observer: ResizeObserver | undefined;
let distanceObserver: IntersectionObserver | undefined;

/** Builds the policy's text with the nodes of the page. */
export const pageDocument: TextDocument = {
  createElement: (name) => document.createElement(name),
  createFragment: () => document.createDocumentFragment(),
  toRendered: (node) => node,
  watchDistance(section) {
    distanceObserver ??= new IntersectionObserver(
      (entries, observer) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) continue;
          target.classList.add('near');
          // The class is never removed: WebKit crashes if `content-visibility` applies to the
          // section again and a point in it is hit-tested.
          observer.unobserve(target);
        }
      },
      { rootMargin: '100% 0px' },
    );
    distanceObserver.observe(section as HTMLElement);
  },
  watchOverflow(box, label) {
    const element = box as HTMLElement;
    labels.set(element, label);
    observer ??= new ResizeObserver((entries) => entries.forEach(({ target }) => describe(target)));
    // The box has a border only while it scrolls. Adding the border must not count as a resize.
    observer.observe(element, { box: 'border-box' });
  },
};

function describe(box: Element): void {
  // Browsers round both widths, so the widths can differ by a pixel even without overflow.
  const overflows = box.scrollWidth > box.clientWidth + 1;
  const values = { tabindex: '0', role: 'region', 'aria-label': labels.get(box) ?? '' };
  for (const [name, value] of Object.entries(values)) {
    if (overflows) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}
