import type { Model, ModelProperty, PropertyValue } from '../api/types';

/** Answers questions about the model; the forms are drawn from it. */
export class Schema {
  private readonly classes: Map<string, Model['types'][number]>;

  constructor(model: Model) {
    this.classes = new Map(model.types.map((type) => [type.name, type]));
  }

  title(type: string): string {
    return this.classes.get(type)?.title ?? type;
  }

  /** Everything a node of these types and aspects can have: inherited ones first, mandatory aspects last. */
  propertiesOf(names: readonly string[]): ModelProperty[] {
    const seen = new Set<string>();
    const found = new Map<string, ModelProperty>();
    const visit = (name: string): void => {
      const definition = this.classes.get(name);
      if (!definition || seen.has(name)) {
        return;
      }
      seen.add(name);
      if (definition.parent) {
        visit(definition.parent);
      }
      definition.properties.forEach((property) => found.set(property.name, property));
      definition.mandatoryAspects.forEach(visit);
    };
    names.forEach(visit);
    return [...found.values()];
  }

  property(name: string): ModelProperty | undefined {
    for (const type of this.classes.values()) {
      const property = type.properties.find((p) => p.name === name);
      if (property) {
        return property;
      }
    }
    return undefined;
  }
}

/** The platform's own switches and stamps say nothing to people, but for these two. */
const PLATFORM = /^(cm|sys):(?!title$|description$)/;

/** What is worth reading at all. */
export function isTold(property: ModelProperty): boolean {
  return !PLATFORM.test(property.name) && property.type !== 'd:content';
}

/** Made by marking other fields, not by typing their names. */
const NOT_TYPED = ['cor:notRelevantFields'];

/** What a person can fill in: no streams, nothing the system keeps itself. */
export function isEditable(property: ModelProperty): boolean {
  return (
    isTold(property) &&
    !NOT_TYPED.includes(property.name) &&
    !property.readOnly &&
    !['d:content', 'd:noderef', 'd:any'].includes(property.type)
  );
}

export type Values = Record<string, PropertyValue | null | undefined>;

export function isBlank(value: PropertyValue | null | undefined): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** What is wrong with a value, in words for the person who typed it; the server has the last word. */
export function violation(
  property: ModelProperty,
  value: PropertyValue | null | undefined,
): string | undefined {
  if (isBlank(value)) {
    return property.mandatory && property.default === undefined
      ? `${property.title} is needed.`
      : undefined;
  }
  const each = Array.isArray(value) ? value : [value];
  for (const one of each) {
    const text = String(one);
    const { minLength, maxLength, minimum, maximum, pattern } = property;
    if (minLength !== undefined && text.length < minLength) {
      return `At least ${minLength} characters, please.`;
    }
    if (maxLength !== undefined && text.length > maxLength) {
      return `At most ${maxLength} characters; this has ${text.length}.`;
    }
    if (pattern && !matches(pattern, text)) {
      return property.description || `This is not how ${property.title.toLowerCase()} is written.`;
    }
    if (isNumber(property) && !Number.isFinite(Number(one))) {
      return 'This must be a number.';
    }
    if (minimum !== undefined && Number(one) < minimum) {
      return `${minimum} or more, please.`;
    }
    if (maximum !== undefined && Number(one) > maximum) {
      return `${maximum} or less, please.`;
    }
  }
  return undefined;
}

export function isNumber(property: ModelProperty): boolean {
  return ['d:int', 'd:long', 'd:float', 'd:double'].includes(property.type);
}

/** The model's expressions are Java's; one that a browser cannot read is left to the server. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(text);
  } catch {
    return true;
  }
}
