import { expect } from 'chai';
import { headingText } from '../../../src/core/model/text.ts';

describe('headingText', () => {
  const image = { type: 'image', src: null, alt: 'A  shield' } as const;

  it('A heading with words is named without its images', () => {
    expect(headingText([image, { type: 'text', text: ' Your  rights ' }])).to.equal('Your rights');
  });

  it('A heading of an image alone is named by the image', () => {
    expect(headingText([image])).to.equal('A shield');
  });
});
