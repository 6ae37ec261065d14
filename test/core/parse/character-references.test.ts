import { expect } from 'chai';
import { decodeReferences } from '../../../src/core/parse/character-references.ts';
import { textOnlyHtml } from '../../../src/core/parse/text-only-html.ts';

describe('decodeReferences', () => {
  const decodes = (text: string, decoded: string) =>
    it(`${text} is decoded as ${decoded}`, () =>
      expect(decodeReferences(text, textOnlyHtml)).to.equal(decoded));
  decodes('A &amp; B &lt;c&gt; &quot;&apos;', `A & B <c> "'`);
  decodes(
    '&Auml;rger, &eacute;t&eacute;, &ccedil;a, &szlig;, &ntilde;, &Scaron;, &oslash;',
    'Ärger, été, ça, ß, ñ, Š, ø',
  );
  decodes(
    '&copy;&reg;&trade;&euro;&sect;&nbsp;&ndash;&mdash;&hellip;&rsquo;&ldquo;&laquo;&bull;',
    '©®™€§\u00a0–—…’“«•',
  );
  decodes('&#65;&#x42;&#X43;&#0;&#xD800;&#1114112;', 'ABC\ufffd\ufffd\ufffd');
  decodes(
    '&amp;lt; &bogus; &; & &constructor; &__proto__;',
    '&lt; &bogus; &; & &constructor; &__proto__;',
  );
});
