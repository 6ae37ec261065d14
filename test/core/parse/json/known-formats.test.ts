import { expect } from 'chai';
import { errorCode, outline, parse } from '../../parse-text.ts';

const TEXT = '# Privacy\n\n## Data\n\nLogs.';
const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** Parses a value as JSON. Returns its title, its dates as `kind day`, and its sections. */
function parsed(value: unknown) {
  const policy = parse(JSON.stringify(value), { format: 'json' });
  const dates = policy.dates.map(({ kind, iso }) => `${kind} ${iso?.slice(0, 10)}`);
  return [policy.title, dates.join(), ...outline(policy)];
}

const SECTION = 'Data: paragraph(Logs.)';

describe('KNOWN_FORMATS', () => {
  for (const [name, value, dates] of [
    ['a file on GitHub', { encoding: 'base64', content: base64(TEXT) }, ''],
    [
      'Mastodon’s terms of service',
      { effective_date: '2026-03-01', effective: true, content: TEXT },
      'effective 2026-03-01',
    ],
    [
      'a WordPress page',
      {
        title: { rendered: 'Privacy' },
        content: { rendered: TEXT },
        modified: '2026-03-01T10:00:00',
        date: '2025-02-01T10:00:00',
      },
      'file 2026-03-01,published 2025-02-01',
    ],
    [
      'a GOV.UK content item',
      { title: 'Privacy', details: { body: TEXT }, public_updated_at: '2026-03-01T00:00:00Z' },
      'updated 2026-03-01',
    ],
    [
      'a Discourse topic',
      { title: 'Privacy', post_stream: { posts: [{ cooked: TEXT, updated_at: '2026-03-01' }] } },
      'updated 2026-03-01',
    ],
    [
      'a version of Open Terms Archive',
      { fetchDate: '2026-03-01T10:00:00Z', content: TEXT },
      'file 2026-03-01',
    ],
    ['an iubenda policy', { success: true, content: TEXT }, ''],
    [
      'a schema.org article',
      { '@type': 'Article', headline: 'Privacy', articleBody: TEXT, dateModified: '2026-03-01' },
      'updated 2026-03-01',
    ],
  ] as const) {
    it(`The text, title and dates of ${name} are parsed`, () =>
      expect(parsed(value)).to.deep.equal(['Privacy', dates, SECTION]));
  }

  it('The version that succeeds Mastodon’s terms is announced with its address', () => {
    const value = {
      effective_date: '2026-03-01',
      effective: true,
      content: TEXT,
      succeeded_by: '2026-12-01',
    };
    const base = 'https://example.org/api/terms_of_service?x';
    const { next } = parse(JSON.stringify(value), { format: 'json', base });
    expect(next).to.deep.equal({
      effective: '2026-12-01',
      url: 'https://example.org/api/terms_of_service/2026-12-01',
    });
  });

  it('The change history of a GOV.UK content item is the policy’s history', () => {
    const entry = { public_timestamp: '2026-03-01T10:00:00Z', note: 'Logs added' };
    const value = { details: { body: TEXT, change_history: [entry] } };
    const { history } = parse(JSON.stringify(value), { format: 'json' });
    expect(history.map(({ date, note }) => [date, note])).to.deep.equal([
      ['2026-03-01', 'Logs added'],
    ]);
  });

  for (const [what, value, code] of [
    ['a page with a password', { content: { rendered: '', protected: true } }, 'protected'],
    ['a file in an unknown encoding', { encoding: 'rot13', content: 'x' }, 'unsupported'],
    ['a file that is not base64', { encoding: 'base64', content: '%%%' }, 'unsupported'],
    ['terms without a privacy policy', { policies: { a: {}, b: {} } }, 'unsupported'],
    ['terms without any text', { ocs: { meta: { status: 'ok' }, data: { terms: [] } } }, 'empty'],
  ] as const) {
    it(`The error for ${what} is ${code}`, () =>
      expect(errorCode(JSON.stringify(value), { format: 'json' })).to.equal(code));
  }
});
