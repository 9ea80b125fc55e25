package org.chancery.core.cards;

/**
 * Something that was read on a card.
 *
 * @param field such as {@code lastName}, {@code organization} or {@code mobilePhone}: a field of a
 *     person, of their private contact, or the name of where they work
 * @param value as it would be kept
 * @param line the line it was read in, so that whoever confirms it sees why
 */
public record CardField(String field, String value, String line) {}
