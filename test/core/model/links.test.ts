import { expect } from 'chai';
import {
  percentDecode,
  resolveLink,
  resolvePage,
  misleadingTarget,
} from '../../../src/core/model/links.ts';

const BASE = 'https://example.org/legal/privacy.md';

describe('resolveLink', () => {
  it('Links are resolved against the source', () => {
    expect(resolveLink(' terms.md ', BASE)).to.equal('https://example.org/legal/terms.md');
    expect(resolveLink('//example.com/a', BASE)).to.equal('https://example.com/a');
  });

  it('Only http, https, mailto and tel are allowed', () => {
    expect(resolveLink('mailto:a@example.org', BASE)).to.equal('mailto:a@example.org');
    expect(resolveLink('tel:+123', BASE)).to.equal('tel:+123');
    for (const address of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://example.org/x',
      'view-source:https://example.org',
      'intent://x',
      'ms-word:x',
      'feed:javascript:x',
      '',
      'https://',
      'http://[::1',
    ]) {
      expect(resolveLink(address, BASE), address).to.equal(null);
    }
  });

  it('A user name before the host is refused', () => {
    expect(resolveLink('https://example.com@example.net/', BASE)).to.equal(null);
    expect(resolveLink('https://a:b@example.net/', BASE)).to.equal(null);
  });

  it('A link into the same document keeps only its hash', () => {
    expect(resolveLink('#data', BASE)).to.equal('#data');
    expect(resolveLink(`${BASE}#data`, BASE)).to.equal('#data');
    expect(resolveLink('privacy.md#data', `${BASE}#old`)).to.equal('#data');
    expect(resolveLink('other.md#data', BASE)).to.equal('https://example.org/legal/other.md#data');
    expect(resolveLink('#', BASE)).to.equal(null);
  });

  it('A template tag is no URL', () => {
    expect(resolveLink('{{ site.url }}/a', BASE)).to.equal(null);
    expect(resolveLink('<%= path %>', BASE)).to.equal(null);
  });

  it('A relative link without a source is refused', () => {
    expect(resolveLink('a.md', '')).to.equal(null);
    expect(resolveLink('https://example.org/', '')).to.equal('https://example.org/');
  });
});

describe('resolvePage', () => {
  it('Only http and https are allowed', () => {
    expect(resolvePage('seal.png', BASE)).to.equal('https://example.org/legal/seal.png');
    expect(resolvePage('mailto:a@example.org', BASE)).to.equal(null);
    expect(resolvePage('data:image/png;base64,x', BASE)).to.equal(null);
  });
});

describe('A link through a redirector', () => {
  for (const [what, address, expected] of [
    [
      'of Google Docs',
      'https://www.google.com/url?q=https://example.org/a&sa=D&ust=17',
      'https://example.org/a',
    ],
    [
      'of a national Google',
      'https://google.co.uk/url?url=https%3A%2F%2Fexample.org%2Fa',
      'https://example.org/a',
    ],
    [
      'of Outlook',
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=05',
      'https://example.org/a',
    ],
    [
      'of Outlook around one of Google',
      'https://a.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fexample.org%2Fa',
      'https://example.org/a',
    ],
    [
      'of Facebook',
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=x',
      'https://example.org/a',
    ],
    [
      'to no web address',
      'https://www.google.com/url?q=javascript:alert(1)',
      'https://www.google.com/url?q=javascript:alert(1)',
    ],
    [
      'to an address with a user name',
      'https://www.google.com/url?q=https://bank@example.org/',
      null,
    ],
    [
      'that only looks like one',
      'https://google.evil.example/url?q=https://example.org/',
      'https://google.evil.example/url?q=https://example.org/',
    ],
    ['without a target', 'https://www.google.com/url?sa=D', 'https://www.google.com/url?sa=D'],
  ] as const) {
    it(`A link through a redirector leads to its target: ${what}`, () => {
      expect(resolveLink(address, BASE)).to.equal(expected);
    });
  }
});

describe('misleadingTarget', () => {
  for (const [text, href, expected] of [
    ['https://bank.example', 'https://evil.example/login', 'evil.example'],
    ['bank.example/login', 'https://evil.example/', 'evil.example'],
    ['WWW.Bank.example', 'http://evil.example:8080/', 'evil.example:8080'],
    ['help@bank.example', 'mailto:me@evil.example?subject=a', 'me@evil.example'],
    ['https://bank.example', 'https://bank.example.evil.example/', 'bank.example.evil.example'],
    ['https://bank.example', 'https://www.bank.example/a', null],
    ['bank.example', 'https://help.bank.example/', null],
    ['https://help.bank.example/', 'https://bank.example/', null],
    ['help@bank.example', 'mailto:Help@Bank.example', null],
    ['privacy.html', 'https://bank.example/privacy.html', null],
    ['our bank', 'https://evil.example/', null],
    ['Version 1.2', 'https://evil.example/', null],
    ['https://', 'https://evil.example/', null],
    ['Sign in at https://bank.example, please', 'https://evil.example/', 'evil.example'],
    ['Sign in at https://bank.example.', 'https://bank.example/', null],
    ['https://bank.example@evil.example/', 'https://evil.example/', 'evil.example'],
    ['bank\u200b.example', 'https://evil.example/', 'evil.example'],
    ['bänk.example', 'https://evil.example/', 'evil.example'],
    ['bänk.example', 'https://xn--bnk-qla.example/', null],
    ['help@bank.example', 'https://evil.example/', 'evil.example'],
    ['help@bank.example', 'https://www.bank.example/help', null],
    ['bank.example', 'mailto:me@evil.example', 'me@evil.example'],
    ['www.bank.example', 'mailto:me@bank.example', null],
    ['https://)', 'https://evil.example/', null],
    ['bank.example', '#data', null],
    ['bank.example', 'tel:123', null],
  ] as const) {
    it(`misleadingTarget returns ${expected} for the text ${text} on a link to ${href}`, () => {
      expect(misleadingTarget(text, href)).to.equal(expected);
    });
  }
});

describe('percentDecode', () => {
  it('A part of a URL is decoded if its encoding is valid', () => {
    expect(percentDecode('%C3%BCber')).to.equal('über');
    expect(percentDecode('%E0%A4%A')).to.equal('%E0%A4%A');
  });
});
