/** Reads JSON that has no text and says where the text is, as apps keep beside their settings. */

import { PolicyElsewhere } from '../errors.ts';
import { readFields, type Fields } from '../fields.ts';
import { resolvePage } from '../links.ts';

/** Fields that name the address of the text, the plainest form of it first. */
const ADDRESS_FIELDS = ['markdownurl', 'policyurl', 'privacypolicyurl', 'htmlurl', 'publicurl'];

/** Leads to the text where the fields name its address. */
export function followSignpost(fields: Fields, base: string): void {
  for (const name of ADDRESS_FIELDS) {
    const address = resolvePage(fields.get(name) ?? '', base);
    if (address && address !== base) {
      throw new PolicyElsewhere(address, readFields(fields, 'json', base));
    }
  }
}
