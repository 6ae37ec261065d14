import { expect } from '@open-wc/testing';
import { showImage } from '../../../src/view/text/show-image.ts';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

function placeholder(): { box: HTMLElement; name: HTMLElement; button: HTMLElement } {
  const box = document.createElement('span');
  const name = document.createElement('span');
  const button = document.createElement('button');
  box.append(name, button);
  document.body.append(box);
  return { box, name, button };
}

/** Resolves when an image has loaded or failed. */
function loadEnd(image: HTMLImageElement): Promise<unknown> {
  return new Promise((resolve) => {
    image.addEventListener('load', resolve);
    image.addEventListener('error', resolve);
  });
}

describe('A blocked image', () => {
  afterEach(() => document.body.replaceChildren());

  it('An image replaces its text and takes the focus of its button', async () => {
    const { box, name, button } = placeholder();
    showImage(button, { type: 'image', src: PIXEL, alt: 'A map', title: 'Where' });
    const image = box.querySelector('img')!;
    await loadEnd(image);
    expect([image.alt, image.title, image.referrerPolicy]).to.deep.equal([
      'A map',
      'Where',
      'no-referrer',
    ]);
    expect([name.hidden, button.hidden, document.activeElement === image]).to.deep.equal([
      true,
      true,
      true,
    ]);
  });

  it('An image that does not load is replaced by its text', async () => {
    const { box, name, button } = placeholder();
    showImage(button, { type: 'image', src: '/__fault/status/404', alt: '' });
    await loadEnd(box.querySelector('img')!);
    expect([name.hidden, button.hidden, box.querySelectorAll('img').length]).to.deep.equal([
      false,
      false,
      0,
    ]);
  });
});
