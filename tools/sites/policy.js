// The policy that every site publishes, before and after an edit.

const RIGHTS = 'Write to privacy@example.org and we will answer within 30 days.';

/** The paragraph that is edited, before and after. */
export const EDIT = [RIGHTS, RIGHTS.replace('30', '14')];

const SECTIONS = [
  ['Who we are', 'We are an invented company, and this is our address: 1 High Street.'],
  ['What we collect', 'Your e-mail address, for as long as you have an account.'],
  ['Cookies', 'One cookie, which keeps you signed in.'],
  ['Your rights', RIGHTS],
];

/** Title of the policy, and the headings of its sections. */
export const TITLE = 'Privacy Policy';
export const HEADINGS = SECTIONS.map(([heading]) => heading);

/** Returns the sections as [heading, text], for pages of frameworks. */
export function sections(edited) {
  return SECTIONS.map(([heading, text]) => [heading, edited ? text.replace(...EDIT) : text]);
}

/** Returns the sections in Markdown, without a title. */
export function markdown(edited) {
  return sections(edited)
    .map(([heading, text]) => `## ${heading}\n\n${text}\n`)
    .join('\n');
}

/** Returns the sections as WordPress blocks. */
export function blocks(edited) {
  return sections(edited)
    .map(
      ([heading, text]) =>
        `<!-- wp:heading -->\n<h2 class="wp-block-heading">${heading}</h2>\n<!-- /wp:heading -->\n\n` +
        `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`,
    )
    .join('\n\n');
}
