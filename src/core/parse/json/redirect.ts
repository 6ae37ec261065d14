/** Reads JSON that has no text and says where the text is, as apps keep beside their settings. */

import { PolicyRedirect } from '../../model/errors.ts';
import { parseFields, type Fields } from '../metadata.ts';
import { resolvePage } from '../../model/links.ts';

/** Fields that name the address of the text, the plainest form of it first. */
const ADDRESS_FIELDS = ['markdownurl', 'policyurl', 'privacypolicyurl', 'htmlurl', 'publicurl'];

/** Leads to the text where the fields name its address. */
export function redirectToDocument(fields: Fields, base: string): void {
  for (const name of ADDRESS_FIELDS) {
    const address = resolvePage(fields.get(name) ?? '', base);
    if (address && address !== base) {
      throw new PolicyRedirect(address, parseFields(fields, 'json', base));
    }
  }
}
