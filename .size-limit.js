// The largest that the built files may be.

export default [
  { name: 'one file', path: 'dist/privacy-policy.min.js', limit: '129 kB', gzip: true },
];
