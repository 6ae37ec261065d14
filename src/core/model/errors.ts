import type { ParsedDocument } from './parsed-document.ts';

/**
 * Reasons why a policy could not be shown: the values of `PolicyError.code`. `docs/reference.md`
 * explains each of them.
 */
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

/** Thrown when a policy cannot be loaded or parsed. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  /** Kind of the failure. */
  readonly code: PolicyErrorCode;
  /** HTTP status of the server's error response, if there was one. */
  readonly status?: number;
  /** Requested URL. */
  readonly url?: string;

  /**
   * @param message In English. It may be shown, so it never contains text from a server or an
   *   exception. The element translates it and keeps this error as `cause`.
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

/**
 * Throws the error for a text that would take too long to parse or to show.
 *
 * @throws PolicyError with code `too-complex`.
 */
export function tooComplex(): never {
  throw new PolicyError('too-complex', 'The policy is too complex.');
}

/** Thrown when the text is an index that points to the policy. Load `location` next. */
export class PolicyRedirect extends PolicyError {
  /** Absolute URL of the policy. */
  readonly location: string;
  /** Metadata that the index contains about the policy. Pass it on as `ParseOptions.inherited`. */
  readonly inherited: Partial<ParsedDocument>;

  constructor(location: string, inherited: Partial<ParsedDocument>) {
    super('unsupported', 'This is an index; the policy is at another address.');
    this.location = location;
    this.inherited = inherited;
  }
}
