import { createVocabulary, type VocabularyWords } from './index.ts';

/** The words of English policies. */
export const ENGLISH_WORDS: VocabularyWords = {
  title: 'privacy|polic|notice|terms|statement|cookie|disclaimer',
  meanings: {
    updated: ['[uo]p+.?dat|modif|revi[dsz]|amend|edited|changed|last (?:chang|edit|revi)'],
    effective: [
      'ef+ecti|(?:in)?to (?:force|effect)|(?:in|took|takes?|has) (?:effect|force)' +
        '|entry into|appl(?:y|i[eq]s?\\b)|applicable|valid(?!at)',
    ],
    published: [
      'publi[sckq]|versi|formulated|dated|posted|issued|released|adopted|approved|created',
    ],
    'change-log': ['previous|prior|archiv|supersed|replace|earlier|former'],
  },
  history: 'histor|chang|version',
  law: ['(?:act|laws?|code|bill)(?![a-z])|regulations?(?![a-z])|directiv|statute'],
  self: ['polic|privac|notice|statement|terms|agreement|document|declara|version|these|conditions'],
  until: ['(?:until|till|thru|through|before|prior to|after)'],
  detached: 'you|who|which|whose|if|when|where|may|might|can|unless',
};

/** Recognizes the words of English policies. */
export const ENGLISH = createVocabulary(ENGLISH_WORDS);
