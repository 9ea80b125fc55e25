/**
 * Whether two descriptions are of one person (requirement S12): how names, phones, e-mail
 * addresses, postal addresses and organizations are brought into one form, by which keys likely
 * pairs are found, and how a pair is weighed, field by field and with words for it. Knows no store:
 * rows come in, answers go out. The weights, short forms of names and abbreviations are data files
 * beside it.
 */
package org.chancery.core.matching;
