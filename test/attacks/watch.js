// Runs first in a page under test. When the page's elements have finished loading, posts their
// state and all problems to the parent window.

const problems = [];

addEventListener('error', ({ message }) => problems.push(`error: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => problems.push(`rejection: ${reason}`));
document.addEventListener('securitypolicyviolation', (violation) => {
  // Ignores the favicon, which browsers request on their own.
  if (!violation.blockedURI.endsWith('favicon.ico'))
    problems.push(`report: ${violation.violatedDirective} ${violation.sample}`);
});
for (const level of ['log', 'info', 'warn', 'error'])
  console[level] = (...said) => problems.push(`console: ${said.join(' ')}`);

addEventListener('load', async () => {
  const elements = [...Document.prototype.querySelectorAll.call(document, 'privacy-policy')];
  for (const element of elements) {
    if (!element.shadowRoot) continue;
    await element.updateComplete;
    await element.complete;
    await element.updateComplete;
  }
  // Waits for security policy violations, which browsers report with a delay.
  await new Promise((resolve) => setTimeout(resolve));
  parent.postMessage(
    {
      problems,
      fallbacks: elements.map((element) => element.innerText),
      shown: elements
        .filter(({ shadowRoot }) => shadowRoot)
        .map(({ status, error, shadowRoot }) => ({
          status,
          code: error?.code ?? null,
          text: [...shadowRoot.querySelectorAll('[part~=body],[part~=intro]')]
            .map((part) => part.textContent)
            .join(' '),
          isStyled: getComputedStyle(shadowRoot.querySelector('[part=base]')).display !== 'inline',
        })),
    },
    '*',
  );
});
