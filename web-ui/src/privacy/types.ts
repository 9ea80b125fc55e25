import type { components } from '../api/openapi';

type Schemas = components['schemas'];

export type DoNotContact = Schemas['DoNotContact'];
export type Medium = Schemas['RequestMedium'];
export type NewNoContact = Schemas['NewNoContact'];
export type NoContactList = Schemas['NoContactList'];
export type NoContact = NoContactList['items'][number];
export type ExpiringList = Schemas['ExpiringList'];
export type Expiring = ExpiringList['items'][number];
export type Expiry = Schemas['Expiry'];
export type SubjectCandidates = Schemas['SubjectCandidates'];
export type SubjectRequest = Schemas['SubjectRequest'];
export type NoContactState = 'requested' | 'restricted' | 'overdue';
