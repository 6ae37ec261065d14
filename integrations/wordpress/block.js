/*
 * The block in the editor. It has an address, or contains blocks with the policy. The file needs no
 * build, because WordPress provides React.
 */
(({ blocks, blockEditor, components, element, i18n }) => {
  const { createElement: h, Fragment } = element;
  const { __ } = i18n;

  /** A text field in the sidebar. `name` is the attribute in block.json that it sets. */
  const text = (name, label, help) => ({ name, label, help });
  const choice = (name, label, options) => ({ name, label, options });

  const fields = () => [
    text(
      'src',
      __('Address of the policy', 'privacy-policy-element'),
      __('Leave it empty to write the policy in this block.', 'privacy-policy-element'),
    ),
    text(
      'previousSrc',
      __('Address of the previous version', 'privacy-policy-element'),
      __(
        'Visitors who have not read the policy yet can compare with it.',
        'privacy-policy-element',
      ),
    ),
    choice('toc', __('Table of contents', 'privacy-policy-element'), [
      ['', __('Where there is room', 'privacy-policy-element')],
      ['start', __('At the start of the line', 'privacy-policy-element')],
      ['end', __('At the end of the line', 'privacy-policy-element')],
      ['top', __('Above the text', 'privacy-policy-element')],
      ['none', __('None', 'privacy-policy-element')],
    ]),
    choice('expanded', __('Sections that start open', 'privacy-policy-element'), [
      ['', __('All', 'privacy-policy-element')],
      ['changed', __('Changed ones', 'privacy-policy-element')],
      ['none', __('None', 'privacy-policy-element')],
    ]),
    choice('theme', __('Colors', 'privacy-policy-element'), [
      ['', __('Those of the page', 'privacy-policy-element')],
      ['auto', __('Light or dark, as the visitor prefers', 'privacy-policy-element')],
      ['light', __('Light', 'privacy-policy-element')],
      ['dark', __('Dark', 'privacy-policy-element')],
    ]),
    choice('headingLevel', __('Level of the title', 'privacy-policy-element'), [
      ['', '2'],
      ...['1', '3', '4', '5', '6'].map((level) => [level, level]),
    ]),
    { name: 'noTitle', label: __('Hide the title', 'privacy-policy-element'), isToggle: true },
    choice('changes', __('Changes since the last visit', 'privacy-policy-element'), [
      ['', __('Marked', 'privacy-policy-element')],
      ['off', __('Not compared', 'privacy-policy-element')],
    ]),
    choice('storage', __('The visit is remembered', 'privacy-policy-element'), [
      ['', __('On the visitor’s device', 'privacy-policy-element')],
      ['session', __('Until the tab is closed', 'privacy-policy-element')],
      ['none', __('Not at all', 'privacy-policy-element')],
    ]),
    choice('images', __('Images that load by themselves', 'privacy-policy-element'), [
      ['', __('Those of the policy’s own site', 'privacy-policy-element')],
      ['all', __('All', 'privacy-policy-element')],
      ['none', __('None', 'privacy-policy-element')],
    ]),
  ];

  /** Returns the control for a field. */
  const control = ({ name, label, help, options, isToggle }, attributes, setAttributes) => {
    const common = { key: name, label, onChange: (value) => setAttributes({ [name]: value }) };
    if (isToggle) return h(components.ToggleControl, { ...common, checked: attributes[name] });
    if (!options) return h(components.TextControl, { ...common, help, value: attributes[name] });
    return h(components.SelectControl, {
      ...common,
      value: attributes[name],
      options: options.map(([value, optionLabel]) => ({ value, label: optionLabel })),
    });
  };

  // The rest of the block's definition is in block.json.
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
            fields().map((field) => control(field, attributes, setAttributes)),
          ),
        ),
        h('div', blockEditor.useBlockProps(), h(blockEditor.InnerBlocks)),
      ),
    save: () => h(blockEditor.InnerBlocks.Content),
  });
})(window.wp);
