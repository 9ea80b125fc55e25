/* What the server says of contact with stakeholders, by its own description. */
import type { components } from '../api/openapi';

type Schemas = components['schemas'];

export type Interaction = Schemas['Interaction'];
export type InteractionMode = Schemas['InteractionMode'];
export type NewInteraction = Schemas['NewInteraction'];
export type FollowUps = Schemas['FollowUps'];
export type FollowUp = FollowUps['items'][number];
export type OutreachEvent = Schemas['Event'];
export type EventList = Schemas['EventList'];
export type ListedEvent = EventList['items'][number];
export type Attendee = Schemas['Attendee'];
export type NewEvent = Schemas['NewEvent'];
export type EventChange = Schemas['EventChange'];
export type EventInteraction = Schemas['EventInteraction'];
export type PriorityTree = Schemas['PriorityTree'];
export type Priority = Schemas['Priority'];
export type NewPriority = Schemas['NewPriority'];
export type Issue = Schemas['Issue'];
export type IssueName = Schemas['IssueName'];
export type NewIssue = Schemas['NewIssue'];
export type IssueChange = Schemas['IssueChange'];
export type PolicyUpdate = Schemas['PolicyUpdate'];
export type NewPolicyUpdate = Schemas['NewPolicyUpdate'];
export type NamedNode = Schemas['NamedNode'];
export type NewPerson = Schemas['NewPerson'];
export type Person = Schemas['Person'];
export type NewOrganization = Schemas['NewOrganization'];
export type Organization = Schemas['Organization'];
export type BusinessCard = Schemas['BusinessCard'];
export type CardField = BusinessCard['fields'][number];
export type ScreenedFlag = Schemas['ScreenedFlag'];
export type Confirmation = Schemas['FlagConfirmation'];
