/** Texts of policies for screenshots, each in an older and a newer version. */

/** A version that contains, together with {@link AFTER}, everything that views render. */
export const BEFORE = `# Privacy Policy

Lantern Books sells second-hand books by post. This page says what we know about you, in plain words.

## What we collect

We keep your name and address, so that parcels reach you. Your [account page](https://books.example/account) shows all of it.

- Your e-mail address, for receipts
- Your telephone number, if you give it
- The address of your device, for 30 days

## How long we keep it

| What | How long | Why |
|---|---|---|
| Orders | ten years | the law on book-keeping |
| Letters | two years | questions about old orders |
| Server logs | 30 days | faults and attacks |

> What is deleted here is deleted in our backups within 35 days.

## Cookies

One cookie keeps you signed in. There is no other.

## Newsletters

You get a letter each month if you asked for one. Each letter has a link that ends it.

## Who else sees it

The post office gets your address. Our bank sees what you paid. Nobody else receives anything from us, and nobody pays us for it.

### Outside the country

Parcels abroad need a customs form, which has your name on it.

## Selling the shop

Should we ever sell the shop, your account goes with it, and you will hear of it a month before.

## Your rights

Ask us what we know about you, and we answer within 30 days. Write to \`privacy@books.example\`.
`;

/** The version after {@link BEFORE}. */
export const AFTER = `# Privacy Policy

Lantern Books sells second-hand books by post. This page says what we know about you, in plain words.

## What we collect

We keep your name and address, so that parcels reach you. Your [account page](https://books.example/you) shows all of it.

- Your e-mail address, for receipts and for news about an order
- The address of your device, for 90 days
- Your reading list, if you make one

## How long we keep it

| What | How long | Why |
|---|---|---|
| Orders | ten years | the law on book-keeping |
| Letters | one year | questions about old orders |
| Server logs | 90 days | faults and attacks |
| Reading lists | until you delete them | you asked for them |

> What is deleted here is deleted in our backups within 35 days.

## Newsletters

You get a letter each month if you asked for one. Each letter has a link that ends it.

## Cookies

One cookie keeps you signed in. There is no other.

## Partners and other recipients

The post office gets your address. Our bank sees what you paid. Nobody else receives anything from us, and nobody pays us for it.

### Outside the country

Parcels abroad need a customs form, which has your name on it.

## Recommendations

We compare reading lists to suggest books. You can switch that off in your account, and then your list is compared with nobody’s.

## Your rights

Ask us what we know about you, and we answer within 14 days, or tell you why it takes longer. Write to \`privacy@books.example\`.
`;

/** A policy with very long words, headings, addresses and lines of code. */
export const LONG = `# Datenschutzerklärung für Rechtsschutzversicherungsgesellschaftsangestellte und deren Lebensgefährtinnen

## Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft und ihre Verarbeitungstätigkeiten

See https://books.example/a/very/long/address/that/has/no/place/to/break/at/all/and/goes/on/and/on/and/on

## Of the manner in which the data that you have entrusted to us is stored, moved, copied, looked at and in the end deleted

\`\`\`
a line of preformatted text that is longer than any telephone is wide, and does not break
\`\`\`

## Short

1. One
2. Two
   - Deeper
     - Deepest
`;

/** A policy in Arabic, which is written from right to left. */
export const ARABIC_BEFORE = `# سياسة الخصوصية

نبيع الكتب المستعملة بالبريد. تشرح هذه الصفحة ما نعرفه عنك.

## ما نجمعه

نحتفظ باسمك وعنوانك لتصل إليك الطرود. نحتفظ بعنوان جهازك مدة 30 يومًا. اقرأ [صفحة حسابك](https://books.example/account).

- بريدك الإلكتروني، لإرسال الإيصالات
- رقم هاتفك، إن أعطيته لنا

| ما نحفظه | المدة |
|---|---|
| الطلبات | عشر سنوات |
| السجلات | 30 يومًا |

## ملفات تعريف الارتباط

ملف واحد يبقيك مسجّل الدخول.

## النشرة

تصلك رسالة كل شهر إن طلبتها. في كل رسالة رابط لإيقافها.

## حقوقك

اكتب إلينا وسنجيب خلال 30 يومًا.
`;

/** The version after {@link ARABIC_BEFORE}. */
export const ARABIC_AFTER = ARABIC_BEFORE.replace('جهازك مدة 30', 'جهازك مدة 90')
  .replace('خلال 30 يومًا', 'خلال 14 يومًا')
  .replace('| السجلات | 30', '| السجلات | 90')
  .replace('- رقم هاتفك، إن أعطيته لنا', '- قائمة قراءتك، إن أنشأت واحدة')
  .replace('books.example/account', 'books.example/you')
  .replace(/## النشرة[^]*?(?=## حقوقك)/, '');

/** A policy with every kind of block, and headings of every level. */
export const PROSE = `# Privacy Policy

A first paragraph with **strong**, *stressed*, ~~struck~~ words, \`code\`, a [link](https://books.example/) and a note.[^1]

## Lists

1. First
2. Second, which goes on for so long that it needs another line to say all that it has to say about itself
   - Nested
   - Nested, too
     1. Deeper
3. Third

- A paragraph in an item.

  Another in the same item.
- [x] Done
- [ ] To do

### A heading in a section

Text under it.

#### One below that

Text under it, too.

## Quotations and code

> Quoted, over
>
> two paragraphs.
>
> - and a list

\`\`\`
function forget() {
  localStorage.clear();
}
\`\`\`

---

After a rule.

## Tables

| Purpose | Basis | Data | Kept for | Shared with | Where |
|:---|:---:|---:|---|---|---|
| Orders | contract | 1 | ten years | the post office, the bank | here |
| Newsletter | consent | 22 | until you leave | nobody | here and there |

<dl><dt>Controller</dt><dd>The shop</dd><dt>Processor</dt><dd>Whoever works for it</dd></dl>

<details><summary>More</summary><p>Words that fold.</p></details>

[^1]: The note.
`;

/** A policy with more sections than the table of contents can show without scrolling. */
export const MANY = `# Privacy Policy\n\n${Array.from(
  { length: 40 },
  (_, index) =>
    `## ${index + 1}. ${index % 3 ? 'A section' : 'A section with a longer name than others'}\n\nSome words about it.\n`,
).join('\n')}`;

/** Two versions of a policy. The newer one has a rewritten paragraph and other table columns. */
export const REWRITTEN_BEFORE = `# Privacy Policy

## Advertising

Advertisers learn nothing from us, and there are no advertisements on these pages.

| What | How long |
|---|---|
| Orders | ten years |
| Letters | two years |

## Contact

Write to us.

## Law

The law of the country applies.
`;

/** The version after {@link REWRITTEN_BEFORE}. */
export const REWRITTEN_AFTER = `# Privacy Policy

## Advertising

Two companies show pictures of books beside our own and are told which pages were opened on that day.

| What | How long | Why |
|---|---|---|
| Orders | ten years | the law |
| Letters | two years | questions |

## Contact

Write to us.

## Law

The law of the country applies.
`;

/** Two versions of a policy in HTML with a table and lists, as a CMS writes it. */
export const WRAPPED_BEFORE = `<h1>Privacy at the bakery</h1>
<p>Last updated: 4 March 2025</p>
<p>We bake bread. This page says what we know about you.</p>
<h2>Orders</h2>
<p>We keep your name and what you ordered for 30 days.</p>
<ul><li>Your name</li><li>Your telephone number</li></ul>
<h2>Newsletter</h2>
<p>We keep your address for as long as you want to hear from us.</p>
<p>We send one letter a month.</p>
<h2>Visits</h2>
<table><tr><th>What</th><th>How long</th></tr><tr><td>Server logs</td><td>30 days</td></tr></table>
<h2>Contact</h2>
<p>Write to <a href="mailto:hello@bakery.example">hello@bakery.example</a>.</p>`;

/** The version after {@link WRAPPED_BEFORE}. */
export const WRAPPED_AFTER = WRAPPED_BEFORE.replace('4 March 2025', '9 November 2025')
  .replace('ordered for 30 days', 'ordered for 90 days, and then delete it')
  .replace('<li>Your telephone number</li>', '<li>Your telephone number, if you give it</li>')
  .replace('<p>We send one letter a month.</p>', '')
  .replace('<td>30 days</td>', '<td>90 days</td>')
  .replace('<h2>Contact', '<h2>Cards</h2><p>The bank sees what you paid.</p><h2>Contact');
