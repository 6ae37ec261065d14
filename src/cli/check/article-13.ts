/**
 * Searches a policy for the items that GDPR Articles 13 and 14 require. The result helps authors,
 * but is not legal advice.
 */

import { digestText, type Policy } from '../../core/index.ts';

/** The languages that the patterns below cover. */
const LANGUAGES = new Set(['en', 'de', 'fr', 'es', 'it', 'nl', 'pt']);

/** An item that the law requires, with a pattern that recognizes it in all the languages above. */
interface Item {
  readonly article: string;
  readonly name: string;
  readonly pattern: RegExp;
}

const ITEMS: readonly Item[] = [
  {
    article: '13(1)(a)',
    name: 'who is responsible, with contact details',
    pattern:
      /controller|responsible (?:for|party|person)|contact (?:us|details)|verantwortlich|responsable|titolare|verwerkingsverantwoordelijke|responsável/i,
  },
  {
    article: '13(1)(b)',
    name: 'the contact of the data protection officer',
    pattern:
      /data protection officer|\bDPO\b|datenschutzbeauftragt|délégué à la protection|delegado de protec|encarregado|responsabile della protezione|functionaris (?:voor )?gegevensbescherming/i,
  },
  {
    article: '13(1)(c)',
    name: 'the purposes',
    pattern:
      /purpose|how (?:do )?we use|why (?:do )?we|zweck|wofür|finalité|finalidad|fin(?:es|alità)|scopo|doel|finalidade/i,
  },
  {
    article: '13(1)(c)',
    name: 'the legal basis',
    pattern:
      /legal (?:basis|bases|ground)|lawful basis|article 6|art\. ?6|rechtsgrundlage|base (?:légale|juridique|legal|jurídica)|fondement juridique|base giuridica|rechtsgrond|grondslag/i,
  },
  {
    article: '13(1)(d)',
    name: 'the legitimate interests, where the processing is based on them',
    pattern:
      /legitimate interest|berechtigte[sn]? interesse|intérêts? légitime|interés legítimo|intereses legítimos|interess[ei] legittim|gerechtvaardigd(?:e)? belang|interesses? legítimo/i,
  },
  {
    article: '13(1)(e)',
    name: 'the recipients',
    pattern:
      /recipient|third part(?:y|ies)|shar(?:e|ing)|disclos|service providers|empfänger|dritte|weitergabe|auftragsverarbeiter|destinataire|tiers|destinatari|terzi|terceros|ontvangers|derden|terceiros|destinatários/i,
  },
  {
    article: '13(1)(f)',
    name: 'transfers to third countries and their safeguards',
    pattern:
      /third countr|transfer|outside (?:of )?(?:the )?(?:EU|EEA|European)|standard contractual|drittl[aä]nd|drittstaat|übermittlung|pays tiers|transfert|terceros países|transferencia|paesi terzi|trasferiment|derde landen|doorgifte|países terceiros|transferência/i,
  },
  {
    article: '13(2)(a)',
    name: 'how long data is kept',
    pattern:
      /retention|retain|how long|(?:keep|kept|store[ds]?)\b.{0,80}\b(?:days|months|years|as long as)|speicherdauer|aufbewahr|gelöscht|löschung|dauer|durée de conservation|conserv|plazo|bewaar|periodo di|prazo|retenção/i,
  },
  {
    article: '13(2)(b)',
    name: 'the rights of access, rectification, erasure, restriction, objection and portability',
    pattern:
      /right (?:to|of) (?:access|erasure|rectif|object|restrict|data portab|portab|delet|correct|be forgotten)|your (?:privacy )?rights|betroffenenrecht|recht(?:e)? auf (?:auskunft|löschung|berichtigung)|auskunftsrecht|droit d['’](?:accès|opposition|effacement)|vos droits|derechos? de acceso|sus derechos|tus derechos|diritt[oi] (?:di|dell)|recht (?:op|van|om)\b.{0,40}(?:inzage|wissen|verwijder)|uw rechten|direitos?/i,
  },
  {
    article: '13(2)(c)',
    name: 'the right to withdraw consent',
    pattern:
      /withdraw|revoke|opt.?out|widerruf|widerrufen|retir(?:er|ar).{0,40}consent|retrait|revocar|revoca|intrekken|retirar/i,
  },
  {
    article: '13(2)(d)',
    name: 'the right to complain to a supervisory authority',
    pattern:
      /supervisory authority|data protection authority|lodge a complaint|complain(?:t)?\b.{0,60}authority|information commissioner|aufsichtsbehörde|beschwerde|autorité de contrôle|\bCNIL\b|réclamation|autoridad de control|\bAEPD\b|reclamación|autorità di controllo|garante|reclamo|toezichthoudende|autoriteit persoonsgegevens|klacht|autoridade de controlo|\bANPD\b|reclamação/i,
  },
  {
    article: '13(2)(e)',
    name: 'whether people must give the data, and what follows if they do not',
    pattern:
      /required to provide|obliged to provide|mandatory|statutory|contractual (?:requirement|obligation)|if you (?:do not|don['’]t|choose not to) provide|verpflichtet|bereitstellung|pflichtangabe|erforderlich|obligatoire|obligatori|verplicht|obrigat/i,
  },
  {
    article: '13(2)(f)',
    name: 'automated decisions and profiling, or that there are none',
    pattern:
      /automated|profiling|automatisiert|automatisé|profilage|automatizad|perfiles|automatizzat|profilazione|geautomatiseerd|profilering/i,
  },
  {
    article: '14(1)(d)',
    name: 'the categories of data',
    pattern:
      /(?:categories|types|kinds) of (?:personal )?(?:data|information)|(?:data|information) (?:that )?we (?:collect|process|store)|what (?:data|information)|datenkategorien|arten? (?:der|von)|welche daten|catégories|données (?:que nous )?(?:collect|trait)|categorías|datos que|categorie|dati (?:raccolti|trattati)|categorieën|welke gegevens|categorias|dados que/i,
  },
  {
    article: '14(2)(f)',
    name: 'where data comes from that people did not give themselves',
    pattern:
      /from (?:other|third)[- ](?:sources|parties)|sources? of|obtain(?:ed)? from|you (?:provide|give)|quelle|herkunft|source|fuente|fonte|bron\b|origem/i,
  },
];

/**
 * Returns the items that a policy does not seem to mention, or null if the patterns do not cover
 * its language.
 */
export function missingItems(policy: Policy): readonly Item[] | null {
  const language = policy.language?.slice(0, 2).toLowerCase();
  if (!language || !LANGUAGES.has(language)) return null;
  const text = digestText(policy);
  return ITEMS.filter(({ pattern }) => !pattern.test(text));
}
