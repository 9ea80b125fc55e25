/* Short names for the shapes of the contract; `npm run types` makes openapi.ts anew from openapi.yaml. */
import type { components } from './openapi';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type PropertyValue = Schemas['Value'];
export type Properties = Schemas['Properties'];
export type PropertyChanges = Record<string, PropertyValue | null>;
export type Node = Schemas['Node'];
export type PathStep = Schemas['PathStep'];
export type Content = Schemas['Content'];
export type IntakeState = Schemas['IntakeState'];
export type IntakeItem = Schemas['IntakeItem'];
/** The generator loses what allOf adds as required, so it is said again here. */
export type IntakeDetail = IntakeItem & Required<Pick<IntakeItem, 'revision' | 'suggestions'>>;
export type IntakeList = Schemas['IntakeList'];
export type Suggestions = Schemas['Suggestions'];
export type SuggestedSender = Schemas['SuggestedSender'];
export type Match = Schemas['Match'];
export type FilingRequest = Schemas['FilingRequest'];
export type Filing = Schemas['Filing'];
export type NewCaseFile = Schemas['NewCaseFile'];
export type NewCaseFolder = Schemas['NewCaseFolder'];
export type Correspondent = Schemas['Correspondent'];
export type Received = Schemas['Received'];
export type SearchResult = Schemas['SearchResult'];
export type Hit = Schemas['Hit'];
export type FacetCount = Schemas['FacetCount'];
export type Model = Schemas['Model'];
export type ModelClass = Schemas['ModelClass'];
export type ModelProperty = Schemas['ModelProperty'];
export type Version = Schemas['Version'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type AuditEntry = Schemas['AuditEntry'];
export type IntegrityReportList = Schemas['IntegrityReportList'];
export type KeptIntegrityReport = Schemas['KeptIntegrityReport'];
export type WholeIntegrityReport = Schemas['WholeIntegrityReport'];
export type Metric = Schemas['Metric'];
export type MetricAbout = Schemas['MetricAbout'];
export type MetricRow = Schemas['MetricRow'];
export type MetricSeries = Schemas['MetricSeries'];
export type Permissions = Schemas['Permissions'];
export type PermissionsChange = Schemas['PermissionsChange'];
export type LabelledGrant = Schemas['LabelledGrant'];
export type GrantRole = LabelledGrant['role'];
export type Authority = Schemas['Authority'];
export type LockMode = Schemas['LockMode'];
export type CaseFileAccess = Schemas['CaseFileAccess'];
export type AccessScope = Schemas['AccessScope'];
export type AccessEntry = Schemas['AccessEntry'];
export type PermissionMatrix = Schemas['PermissionMatrix'];
export type Account = Schemas['Account'];
export type AccountChange = Schemas['AccountChange'];
export type NewAccount = Schemas['NewAccount'];
export type Capabilities = Schemas['Capabilities'];
export type RoleName = Schemas['RoleName'];
export type RoleHeld = Schemas['RoleHeld'];
export type Component = Schemas['Component'];
export type IntegrityReport = Schemas['IntegrityReport'];
export type Health = Schemas['Health'];
export type LetterTemplateList = Schemas['LetterTemplateList'];
export type NewDraft = Schemas['NewDraft'];
export type Comparison = Schemas['Comparison'];
export type ComparedPart = Schemas['ComparedPart'];
export type NewDispatch = Schemas['NewDispatch'];
export type Dispatch = Schemas['Dispatch'];
export type Who = Schemas['Who'];
export type Template = Schemas['Template'];
export type TemplateDetail = Schemas['TemplateSource'];
export type NewRoute = Schemas['NewRoute'];
export type Route = Schemas['Route'];
export type Tasking = Schemas['Tasking'];
export type TaskingList = Schemas['TaskingList'];
export type NewTasking = Schemas['NewTasking'];
export type Message = Schemas['Message'];
export type NewMessage = Schemas['NewMessage'];
export type ClearanceRound = Schemas['ClearanceRound'];
export type Desk = Schemas['Desk'];
export type DeskSection = Schemas['DeskSection'];

/** A list that goes on with its cursor. */
export interface Page<T> {
  items: T[];
  cursor?: string;
}
