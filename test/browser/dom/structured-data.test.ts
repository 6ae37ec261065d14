import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/index.ts';
import type { PrivacyPolicyElement } from '../../../src/index.ts';

const TEXT =
  '# Privacy </script><b>\n\nLast updated: May 15, 2023\n\n## A\n\nOne.\n\n## B\n\nTwo.\n';

const written = () => document.head.querySelectorAll('script[type="application/ld+json"]');

describe('Structured data', () => {
  it('Structured data is in the head on request, and removed with the element', async () => {
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy
        storage="none"
        structured-data
        version="3"
        .policy=${TEXT}
      ></privacy-policy>`,
    );
    await element.complete;
    await element.updateComplete;
    expect(written()).to.have.length(1);
    const { name, ...rest } = JSON.parse(written()[0]!.textContent) as Record<string, string>;
    expect(name).to.match(/^Privacy/);
    expect(rest).to.include({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      dateModified: '2023-05-15',
      version: '3',
    });
    element.remove();
    expect(written()).to.have.length(0);
  });

  it('Structured data contains no bracket that could end its script', async () => {
    const policy = '# Privacy policy </script><script>alert(1)</script>\n\n## A\n\nWords.';
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy storage="none" structured-data .policy=${policy}></privacy-policy>`,
    );
    await element.complete;
    await element.updateComplete;
    expect(written()[0]!.textContent).not.to.contain('<');
    element.remove();
  });

  it('Structured data is not written by default', async () => {
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy storage="none" .policy=${TEXT}></privacy-policy>`,
    );
    await element.complete;
    expect(written()).to.have.length(0);
  });
});
