import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';

/** What the element makes of a file of JSON. */
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
  it('may be the privacy policy of a Mastodon server', async () => {
    const policy = await policyOf('mastodon-privacy-policy');
    expect(policy.sections.map(({ heading }) => heading)).to.deep.equal([
      'What do we collect?',
      'Do we use cookies?',
    ]);
    expect(policy.updated).to.equal('2026-02-11');
    expect(policy.dates[0]).to.include({ kind: 'updated', from: 'json' });
  });

  it('may be the terms of a Mastodon server, with a version to come', async () => {
    const policy = await policyOf('mastodon-terms-of-service');
    expect(policy.sections).to.have.length(2);
    expect(policy.effective).to.equal('2025-04-15');
    expect(policy.next).to.deep.include({ effective: '2026-12-01' });
    expect(policy.next!.url).to.match(/\/2026-12-01$/);
  });

  it('may be a page of WordPress, asked for by its name', async () => {
    const policy = await policyOf('wordpress-page');
    expect(policy.title).to.equal('Privacy & cookies');
    expect(policy.sections.map(({ heading }) => heading)).to.deep.equal(['Who we are', 'Comments']);
    expect(policy.links.canonical).to.equal('https://example.org/privacy-policy/');
    expect(policy.dates.find(({ kind }) => kind === 'file')!.iso).to.equal('2026-03-01');
    expect(policy.updated).to.equal(null);
  });

  it('may be a policy of iubenda', async () => {
    const policy = await policyOf('iubenda');
    expect(policy.title).to.equal('Privacy Policy of example.org');
    expect(policy.sections).to.have.length(2);
    expect(policy.updated).to.equal('2026-03-01');
  });

  it('may be a version of Open Terms Archive, whose date is not the policy’s', async () => {
    const policy = await policyOf('open-terms-archive');
    expect(policy.title).to.equal('Privacy Policy');
    expect(policy.updated).to.equal('2026-01-04');
    expect(policy.dates.map(({ kind, from }) => [kind, from])).to.deep.include(['file', 'json']);
  });

  it('may be a content item of GOV.UK, with the history of its changes', async () => {
    const policy = await policyOf('govuk-content-item');
    expect(policy.language).to.equal('en');
    expect(policy.sections.map(({ id }) => id)).to.deep.equal(['what', 'why']);
    expect(policy.updated).to.equal('2026-03-01T10:00:00Z');
    expect(policy.history.map(({ date, note }) => [date, note])).to.deep.equal([
      ['2026-03-01', 'Added how long we keep records.'],
      ['2024-01-10', 'First published.'],
    ]);
  });

  it('may be the terms of a Nextcloud, in the visitor’s language', async () => {
    expect(await headingsOf('nextcloud-terms')).to.deep.equal(['Files', 'Rules']);
  });

  it('may be the list of a Matrix server, which leads to the policy', async () => {
    const policy = await policyOf('matrix-terms');
    expect(policy.title).to.equal('Privacy policy');
    expect(policy.sections).to.have.length(2);
    expect(policy.version).to.equal('1.2');
    expect(policy.alternates.map(({ language }) => language)).to.deep.equal(['en', 'fr']);
  });

  it('may be a work of schema.org', async () => {
    const policy = await policyOf('schema-org');
    expect(policy.title).to.equal('Privacy policy');
    expect(policy.version).to.equal('4');
    expect(policy.updated).to.equal('2026-03-01');
  });

  it('may be a topic of Discourse', async () => {
    const policy = await policyOf('discourse-topic');
    expect(policy.title).to.equal('Privacy');
    expect(policy.sections).to.have.length(2);
  });

  it('is refused where it is protected', async () => {
    expect((await load('wordpress-protected')).error!.code).to.equal('protected');
  });

  it('is an error where it reports one, whatever the status', async () => {
    const { error } = await load('wordpress-error');
    expect(error).to.include({ code: 'http', status: 404 });
    expect((await load('error')).error!.code).to.equal('type');
  });

  it('says which shapes are known where its own is not', async () => {
    const { error } = await load('unknown');
    expect(error!.code).to.equal('unsupported');
    expect((error!.cause as Error).message)
      .to.contain('WordPress page')
      .and.to.contain('native');
  });
});
