// The tests bring their own browsers (test/runner/find-browsers.js): nothing is fetched on install.
module.exports = { skipDownload: true };
