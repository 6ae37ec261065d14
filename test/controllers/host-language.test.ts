import { expect } from '@open-wc/testing';
import { HostLanguage } from '../../src/controllers/host-language.ts';
import { Host } from './host.ts';

describe('the language of a page', () => {
  const root = document.documentElement;
  const { lang } = root;
  let host: Host;
  let told: number;
  let language: HostLanguage;

  beforeEach(() => {
    host = new Host();
    told = 0;
    language = new HostLanguage(host, () => told++);
  });

  afterEach(() => {
    host.remove();
    root.lang = lang;
  });

  it('is the nearest one that is given', () => {
    root.lang = 'fr';
    const box = document.createElement('div');
    box.lang = ' de ';
    box.append(host);
    document.body.append(box);
    expect(language.current).to.equal('de');
    box.remove();
  });

  it('is the browser’s where none is given', () => {
    root.removeAttribute('lang');
    document.body.append(host);
    expect(language.current).to.equal(navigator.language);
  });

  it('is told when it becomes another, and only then', async () => {
    root.lang = 'fr';
    document.body.append(host);
    expect([language.current, told]).to.deep.equal(['fr', 1]);
    root.lang = 'it';
    await Promise.resolve();
    expect([language.current, told]).to.deep.equal(['it', 2]);
    host.lang = 'it';
    await Promise.resolve();
    expect(told).to.equal(2);
  });

  it('is that of the new place when the element moves, and not watched in the old one', async () => {
    root.lang = 'fr';
    const old = document.createElement('div');
    old.lang = 'es';
    document.body.append(old);
    old.append(host);
    expect(language.current).to.equal('es');
    document.body.append(host);
    expect(language.current).to.equal('fr');
    old.lang = 'pt';
    await Promise.resolve();
    expect(language.current).to.equal('fr');
    old.remove();
  });
});
