import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';

/** Loads a JSON fixture in the element. */
async function load(name: string) {
  const src = `/test/fixtures/json/${name}.json`;
  const element = await fixture<PrivacyPolicyElement>(
    html`<privacy-policy storage="none" src=${src}></privacy-policy>`,
  );
  await element.complete;
  return element;
}

async function policyOf(name: string) {
  const { loadedPolicy, error } = await load(name);
  expect(error?.message ?? null).to.equal(null);
  return loadedPolicy!;
}

async function headingsOf(name: string): Promise<string[]> {
  return (await policyOf(name)).sections.map(({ heading }) => heading);
}

describe('A policy in JSON', () => {
  it('The privacy policy of a Mastodon server is parsed', async () => {
    const policy = await policyOf('mastodon-privacy-policy');
    expect(policy.sections.map(({ heading }) => heading)).to.deep.equal([
      'What do we collect?',
      'Do we use cookies?',
    ]);
    expect(policy.updated).to.equal('2026-02-11');
    expect(policy.dates[0]).to.include({ kind: 'updated', from: 'json' });
  });

  it('The terms of a Mastodon server are parsed, with their next version', async () => {
    const policy = await policyOf('mastodon-terms-of-service');
    expect(policy.sections).to.have.length(2);
    expect(policy.effective).to.equal('2025-04-15');
    expect(policy.next).to.deep.include({ effective: '2026-12-01' });
    expect(policy.next!.url).to.match(/\/2026-12-01$/);
  });

  it('A page of the WordPress API is parsed', async () => {
    const policy = await policyOf('wordpress-page');
    expect(policy.title).to.equal('Privacy & cookies');
    expect(policy.sections.map(({ heading }) => heading)).to.deep.equal(['Who we are', 'Comments']);
    expect(policy.links.canonical).to.equal('https://example.org/privacy-policy/');
    expect(policy.dates.find(({ kind }) => kind === 'file')!.iso).to.equal('2026-03-01');
    expect(policy.updated).to.equal(null);
  });

  it('A policy of iubenda is parsed', async () => {
    const policy = await policyOf('iubenda');
    expect(policy.title).to.equal('Privacy Policy of example.org');
    expect(policy.sections).to.have.length(2);
    expect(policy.updated).to.equal('2026-03-01');
  });

  it('A version of Open Terms Archive is parsed, and its date is that of the file', async () => {
    const policy = await policyOf('open-terms-archive');
    expect(policy.title).to.equal('Privacy Policy');
    expect(policy.updated).to.equal('2026-01-04');
    expect(policy.dates.map(({ kind, from }) => [kind, from])).to.deep.include(['file', 'json']);
  });

  it('A content item of GOV.UK is parsed, with its history', async () => {
    const policy = await policyOf('govuk-content-item');
    expect(policy.language).to.equal('en');
    expect(policy.sections.map(({ id }) => id)).to.deep.equal(['what', 'why']);
    expect(policy.updated).to.equal('2026-03-01T10:00:00Z');
    expect(policy.history.map(({ date, note }) => [date, note])).to.deep.equal([
      ['2026-03-01', 'Added how long we keep records.'],
      ['2024-01-10', 'First published.'],
    ]);
  });

  it('The terms of a Nextcloud are parsed in the visitor’s language', async () => {
    expect(await headingsOf('nextcloud-terms')).to.deep.equal(['Files', 'Rules']);
  });

  it('The list of a Matrix server redirects to its policy', async () => {
    const policy = await policyOf('matrix-terms');
    expect(policy.title).to.equal('Privacy policy');
    expect(policy.sections).to.have.length(2);
    expect(policy.version).to.equal('1.2');
    expect(policy.alternates.map(({ language }) => language)).to.deep.equal(['en', 'fr']);
  });

  it('A work of schema.org is parsed', async () => {
    const policy = await policyOf('schema-org');
    expect(policy.title).to.equal('Privacy policy');
    expect(policy.version).to.equal('4');
    expect(policy.updated).to.equal('2026-03-01');
  });

  it('A topic of Discourse is parsed', async () => {
    const policy = await policyOf('discourse-topic');
    expect(policy.title).to.equal('Privacy');
    expect(policy.sections).to.have.length(2);
  });

  it('A protected page is refused', async () => {
    expect((await load('wordpress-protected')).error!.code).to.equal('protected');
  });

  it('An error in JSON is reported, whatever the status', async () => {
    const { error } = await load('wordpress-error');
    expect(error).to.include({ code: 'http', status: 404 });
    expect((await load('error')).error!.code).to.equal('type');
  });

  it('JSON of an unknown format is refused with a list of the known ones', async () => {
    const { error } = await load('unknown');
    expect(error!.code).to.equal('unsupported');
    expect((error!.cause as Error).message)
      .to.contain('WordPress page')
      .and.to.contain('native');
  });
});
