import type { components } from '../api/openapi';

type Schemas = components['schemas'];

export type Person = Schemas['Person'];
export type PersonFields = Schemas['PersonFields'];
export type PrivateContact = Schemas['PrivateContact'];
export type NewPerson = Schemas['NewPerson'];
export type PersonChange = Schemas['PersonChange'];
export type PossibleDuplicate = Schemas['PossibleDuplicate'];
export type Affiliation = Schemas['Affiliation'];
export type NewAffiliation = Schemas['NewAffiliation'];
export type Relation = Schemas['Relation'];
export type NewRelation = Schemas['NewRelation'];
export type RelationKind = Schemas['RelationKind'];
export type Organization = Schemas['Organization'];
export type OrganizationFields = Schemas['OrganizationFields'];
export type NewOrganization = Schemas['NewOrganization'];
export type OrganizationChange = Schemas['OrganizationChange'];
export type OrganizationPeople = Schemas['OrganizationPeople'];
export type KnownBy = Schemas['KnownBy'];
export type Owner = Schemas['Owner'];
export type OpenPromise = Schemas['Promise'];
export type IssueName = Schemas['IssueName'];
export type NamedNode = Schemas['NamedNode'];
export type PriorityTree = Schemas['PriorityTree'];
export type Timeline = Schemas['Timeline'];
export type TimelineItem = Timeline['items'][number];
export type TimelineKind = TimelineItem['kind'];
export type ScreenedFlag = Schemas['ScreenedFlag'];
export type FlagConfirmation = Schemas['FlagConfirmation'];
export type NewNote = Schemas['NewNote'];
export type Note = Schemas['Note'];
export type NoteFlag = Schemas['NoteFlag'];
export type NoteFlags = Schemas['NoteFlags'];
export type FlagDecision = Schemas['FlagDecision'];
export type DueVerifications = Schemas['DueVerifications'];
export type DueVerification = DueVerifications['items'][number];
export type NewOwner = Schemas['NewOwner'];
export type OwnersHandOver = Schemas['OwnersHandOver'];
export type HandOverProgress = Schemas['HandOverProgress'];
export type ScreeningList = Schemas['ScreeningList'];

/** What both kinds have. */
export type Stakeholder = Person | Organization;
export type Kind = 'person' | 'organization';
