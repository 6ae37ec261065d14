// The largest that the built files may be.

/** The files of the footer link that every page loads; the rest is for readers of a changed policy. */
const FOOTER_LINK = ['link.js', 'footer-link-*.js', 'hash-*.js'].map(
  (name) => `dist/browser/${name}`,
);

export default [
  { name: 'one file', path: 'dist/privacy-policy.min.js', limit: '144 kB', gzip: true },
  {
    name: 'footer link',
    path: [...FOOTER_LINK, '!dist/browser/footer-link-{changes,words}-*.js'],
    limit: '3 kB',
    gzip: true,
  },
];
