// The tests bring their own browsers (test/browsers/find.js): nothing is fetched on install.
module.exports = { skipDownload: true };
