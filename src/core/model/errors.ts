import type { ParsedDocument } from './parsed-document.ts';

/** Why a policy could not be shown. Public as `PolicyError.code`. */
export type PolicyErrorCode =
  | 'address'
  | 'network'
  | 'timeout'
  | 'http'
  | 'type'
  | 'parse'
  | 'empty'
  | 'too-large'
  | 'too-complex'
  | 'protected'
  | 'unsupported';

/** A policy that could not be loaded or read. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  /** What went wrong, for programs. */
  readonly code: PolicyErrorCode;
  /** HTTP status, when a server answered with a failure. */
  readonly status?: number;
  /** The address that was asked. */
  readonly url?: string;

  /**
   * @param message Our own words; the element says them in the visitor's language, with the error
   *   as `cause`. Never text of a server or of an exception.
   */
  constructor(
    code: PolicyErrorCode,
    message: string,
    where: { status?: number; url?: string } = {},
  ) {
    super(message);
    this.code = code;
    if (where.status !== undefined) this.status = where.status;
    if (where.url !== undefined) this.url = where.url;
  }
}

/** An index of policies was read: the text itself stands at another address, to be loaded next. */
export class PolicyRedirect extends PolicyError {
  /** Absolute address of the text. */
  readonly location: string;
  /** What the index says of the text; goes into `ParseOptions.known`. */
  readonly inherited: Partial<ParsedDocument>;

  constructor(location: string, known: Partial<ParsedDocument>) {
    super('unsupported', 'This is an index; the policy is at another address.');
    this.location = location;
    this.inherited = known;
  }
}
