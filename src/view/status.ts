/** The loading status, which is public as the property `status`. */
export type Status = 'idle' | 'loading' | 'ready' | 'stale' | 'empty' | 'error';
