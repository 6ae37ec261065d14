/** Adds a copy button to each snippet on the page. */

for (const snippet of document.querySelectorAll('.snippet')) {
  const code = snippet.querySelector('pre');
  if (!code || !isSecureContext) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(code.textContent.trim()).then(
      () => (button.textContent = 'Copied'),
      () => getSelection()?.selectAllChildren(code),
    );
  });
  snippet.append(button);
}
