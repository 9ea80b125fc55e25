/** A small part of the model, in the shape GET /model has. */
const text = (name: string, title: string, more: object = {}) => ({
  name,
  title,
  description: '',
  type: 'd:text',
  mandatory: false,
  multiple: false,
  readOnly: false,
  facetable: false,
  ...more,
});
const type = (name: string, title: string, properties: object[], more: object = {}) => ({
  name,
  title,
  description: '',
  kind: 'TYPE',
  mandatoryAspects: [],
  properties,
  ...more,
});
const choices = (...labels: string[]) =>
  labels.map((label) => ({ value: label.toLowerCase().replace(/\W+/g, '-'), label }));

export const MODEL = {
  types: [
    type('cm:folder', 'Folder', [text('cm:title', 'Title'), text('cm:description', 'Description')]),
    type('cor:document', 'Document', [text('cm:title', 'Title')]),
    type('cor:caseFolder', 'Case folder', [
      text('cor:holderKind', 'Kind of holder', {
        mandatory: true,
        choices: choices('Individual', 'Organization'),
      }),
      text('cor:holderName', 'Holder', { mandatory: true, maxLength: 200 }),
      text('cor:holderState', 'State'),
      text('cor:lastActivity', 'Last activity', { type: 'd:datetime', readOnly: true }),
    ]),
    type('cor:caseFile', 'Case file', [
      text('cor:fileNumber', 'File number', { readOnly: true }),
      text('cor:subject', 'Subject', { mandatory: true, maxLength: 500 }),
      text('cor:source', 'Source', {
        mandatory: true,
        choices: choices(
          'Component',
          'White House',
          'Vice President',
          'Federal agency',
          'Congress',
          'State or local',
          'Foreign',
          'Corporation',
          'NGO',
          'Public',
        ),
      }),
      text('cor:correspondenceType', 'Type', {
        choices: choices('Letter', 'E-mail', 'Invitation', 'Testimony', 'Memorandum'),
      }),
      text('cor:issueCode', 'Issue', { choices: choices('Immigration', 'Disaster Response') }),
      text('cor:status', 'Status', { choices: choices('Open', 'Closed'), readOnly: true }),
      text('cor:component', 'Components', {
        multiple: true,
        choices: choices('EXECSEC', 'CBP', 'FEMA', 'USCIS', 'TSA', 'USCG'),
      }),
      text('cor:dateReceived', 'Received', { type: 'd:date' }),
      text('cor:dueDate', 'Due', { type: 'd:date' }),
      text('cor:onBehalfOf', 'On behalf of'),
    ]),
    type('cor:correspondent', 'Correspondent', [
      text('cor:prefix', 'Prefix'),
      text('cor:firstName', 'First name'),
      text('cor:middleName', 'Middle name'),
      text('cor:lastName', 'Last name'),
      text('cor:suffix', 'Suffix'),
      text('cor:title', 'Title'),
      text('cor:organization', 'Organization'),
      text('cor:homePhone', 'Home telephone'),
      text('cor:businessPhone', 'Business telephone'),
      text('cor:email', 'E-mail'),
      text('cor:street', 'Street'),
      text('cor:city', 'City'),
      text('cor:state', 'State'),
      text('cor:zip', 'ZIP', { pattern: '\\d{5}(-\\d{4})?', description: 'Five digits, or nine' }),
      text('cor:role', 'Role', { choices: choices('Writer', 'On behalf of', 'Attorney') }),
    ]),
    type('cor:protectedValue', 'Protected value', [
      text('cor:kind', 'Kind', {
        mandatory: true,
        choices: choices('ssn', 'aNumber', 'dateOfBirth'),
      }),
      text('cor:value', 'Value'),
    ]),
    type('cor:note', 'Note', [text('cor:noteText', 'Note', { mandatory: true })]),
    type(
      'cor:letter',
      'Letter',
      [
        text('cor:letterDate', 'Date of the letter', { type: 'd:date' }),
        text('cor:senderName', 'Sender'),
        text('cor:senderAddress', 'Sender’s address'),
        text('cor:addressee', 'Addressee'),
        text('cor:letterSubject', 'Subject line'),
      ],
      { kind: 'ASPECT' },
    ),
  ],
};
