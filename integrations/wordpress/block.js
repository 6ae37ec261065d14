/* The block in the editor: an address, or blocks of its own inside. No build: WordPress brings React. */
(({ blocks, blockEditor, components, element, i18n }) => {
  const { createElement: h, Fragment } = element;
  const { __ } = i18n;

  // All else about it is in block.json.
  blocks.registerBlockType('privacy-policy/policy', {
    edit: ({ attributes, setAttributes }) =>
      h(
        Fragment,
        null,
        h(
          blockEditor.InspectorControls,
          null,
          h(
            components.PanelBody,
            { title: __('Policy', 'privacy-policy-element') },
            h(components.TextControl, {
              label: __('Address of the policy', 'privacy-policy-element'),
              help: __(
                'Leave it empty to write the policy in this block.',
                'privacy-policy-element',
              ),
              value: attributes.src,
              onChange: (src) => setAttributes({ src }),
            }),
          ),
        ),
        h('div', blockEditor.useBlockProps(), h(blockEditor.InnerBlocks)),
      ),
    save: () => h(blockEditor.InnerBlocks.Content),
  });
})(window.wp);
