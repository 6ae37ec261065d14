import { expect } from 'chai';
import { parse } from '../parse-text.ts';

const headings = (text: string): string[] => parse(text).sections.map(({ heading }) => heading);

describe('Numbered headings', () => {
  it('Numbers that run on across levels make sections of one level', () => {
    expect(headings('# P\n\n## 1. A\n\n## 2. B\n\n#### C\n\n### 3. D\n\n### 4. E')).to.deep.equal([
      '1. A',
      '2. B',
      '3. D',
      '4. E',
    ]);
  });

  it('Numbers that begin again below a heading keep their levels', () => {
    expect(headings('# P\n\n## 1. A\n\n### 1. B\n\n### 2. C\n\n## 2. D')).to.deep.equal([
      '1. A',
      '2. D',
    ]);
  });

  it('Numbers of sub-headings are not the numbers of sections', () => {
    expect(headings('# P\n\n## 1. A\n\n### 1.1 B\n\n### 1.2 C\n\n## 2. D')).to.deep.equal([
      '1. A',
      '2. D',
    ]);
  });
});
