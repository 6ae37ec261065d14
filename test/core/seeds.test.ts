import { expect } from 'chai';
import { corpusText } from '../corpus.ts';
import { parse } from './parse-text.ts';

describe('Real policies', () => {
  const seed = (file: string, title: string, updated: string | null, headings: string[]) =>
    it(`${file} is parsed with its title, sections and date`, async function () {
      const text = await corpusText(`seeds/${file}`);
      // The collection of real policies is not part of the project.
      if (text === undefined) return this.skip();
      const policy = parse(text);
      expect(policy.title).to.equal(title);
      expect(policy.updated).to.equal(updated);
      expect(policy.sections.map(({ heading }) => heading)).to.deep.equal(headings);
    });

  seed('snikket.md', 'Snikket Privacy Policy', null, [
    'Privacy Policy for the Snikket App',
    'Privacy Policy for the snikket.org website',
  ]);
  seed('selfprivacy.md', 'Privacy Policy', '2023-05-15', [
    'Collection of Information',
    'Tracking',
    'Third-party service providers',
    'Use of Information',
    'Disclosure of Information',
    'Protection of Information',
    'Changes to this Privacy Policy',
    'Contact Us',
  ]);
  seed('chatsecure.md', 'Privacy Policy', '2014-01-03', [
    'Website Visitors',
    'Mobile Apps',
    'Gathering of Personally-Identifying Information',
    'Aggregated Statistics',
    'Protection of Certain Personally-Identifying Information',
    'Cookies',
    'Analytics & Social Sharing Widgets',
    'Business Transfers',
    'Privacy Policy Changes',
  ]);
  seed('mastodon.md', 'privacy policy', '2018-03-07', [
    'what information do we collect?',
    'what do we use your information for?',
    'how do we protect your information?',
    'what is our data retention policy?',
    'do we use cookies?',
    'do we disclose any information to outside parties?',
    'site usage by children',
    'changes to our privacy policy',
  ]);
});
