import type { components } from '../api/openapi';

type Schemas = components['schemas'];

export type Import = Schemas['Import'];
export type ImportRow = Schemas['ImportRow'];
export type ImportCandidate = Schemas['ImportCandidate'];
export type ImportFate = Schemas['ImportFate'];
export type ImportBecame = Schemas['ImportBecame'];

/** Some rows: by what is to become of them, or by what became of them. */
export type Which = { fate: ImportFate } | { became: ImportBecame };

export type ImportedPerson = Schemas['ImportedPerson'];
export type Decision = Schemas['ImportDecision'];
