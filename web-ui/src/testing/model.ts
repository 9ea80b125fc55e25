import type { ModelClass, ModelProperty } from '../api/types';

export function property(name: string, more: Partial<ModelProperty> = {}): ModelProperty {
  const title = name.replace(/^\w+:/, '');
  return {
    name,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    description: '',
    type: 'd:text',
    mandatory: false,
    multiple: false,
    readOnly: false,
    facetable: false,
    ...more,
  };
}

function type(
  name: string,
  properties: ModelProperty[],
  more: Partial<ModelClass> = {},
): ModelClass {
  return {
    name,
    title: name,
    description: '',
    kind: 'TYPE',
    mandatoryAspects: [],
    properties,
    ...more,
  };
}

export const TYPES: ModelClass[] = [
  type('cor:caseFile', [
    property('cor:fileNumber', { readOnly: true }),
    property('cor:subject', { mandatory: true, maxLength: 20 }),
    property('cor:source', {
      mandatory: true,
      choices: [
        { value: 'congress', label: 'Congress' },
        { value: 'public', label: 'Public' },
      ],
    }),
    property('cor:dateReceived', { type: 'd:date' }),
    property('agency:region', {}),
  ]),
  type('cor:letter', [property('cor:senderName'), property('cor:letterDate', { type: 'd:date' })], {
    kind: 'ASPECT',
  }),
  type('cor:correspondent', [
    property('cor:lastName'),
    property('cor:role', { mandatory: true, default: 'writer' }),
  ]),
  type('cor:document', [], { mandatoryAspects: ['cor:letter'] }),
];
