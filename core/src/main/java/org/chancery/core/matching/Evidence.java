package org.chancery.core.matching;

/**
 * What one field says of a pair.
 *
 * @param field last, first, middle, suffix, gender, email, phone, address, organization, title;
 *     order for names in each other's place
 * @param level how the values compare, as in the table of weights
 * @param bits log2 of how much likelier this is for one person than by chance; below zero it speaks
 *     against
 * @param words the same for people, such as "Bob is a short form of Robert"
 * @param personal whether a phone or e-mail address of the personal ones shows in the words: not
 *     for those who may not see them
 */
public record Evidence(String field, String level, double bits, String words, boolean personal) {}
