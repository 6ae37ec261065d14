import { expect } from '@open-wc/testing';
import { showImage } from '../../src/browser/show-image.ts';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

function placeholder(): { place: HTMLElement; words: HTMLElement; button: HTMLElement } {
  const place = document.createElement('span');
  const words = document.createElement('span');
  const button = document.createElement('button');
  place.append(words, button);
  document.body.append(place);
  return { place, words, button };
}

function ended(image: HTMLImageElement): Promise<unknown> {
  return new Promise((resolve) => {
    image.addEventListener('load', resolve);
    image.addEventListener('error', resolve);
  });
}

describe('An image that a reader loads', () => {
  afterEach(() => document.body.replaceChildren());

  it('An image replaces its text and takes the focus of its button', async () => {
    const { place, words, button } = placeholder();
    showImage(button, { type: 'image', src: PIXEL, alt: 'A map', title: 'Where' });
    const image = place.querySelector('img')!;
    await ended(image);
    expect([image.alt, image.title, image.referrerPolicy]).to.deep.equal([
      'A map',
      'Where',
      'no-referrer',
    ]);
    expect([words.hidden, button.hidden, document.activeElement === image]).to.deep.equal([
      true,
      true,
      true,
    ]);
  });

  it('An image that does not load is replaced by its text', async () => {
    const { place, words, button } = placeholder();
    showImage(button, { type: 'image', src: '/__fault/status/404', alt: '' });
    await ended(place.querySelector('img')!);
    expect([words.hidden, button.hidden, place.querySelectorAll('img').length]).to.deep.equal([
      false,
      false,
      0,
    ]);
  });
});
