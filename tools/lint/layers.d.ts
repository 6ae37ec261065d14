export function layerOf(path: string): string | null;
export function mayImport(path: string, imported: string): boolean;
export function hasPlace(path: string): boolean;
