/**
 * Business cards (requirement S16): received as pictures, read like every document, and turned into
 * the draft of a person that somebody confirms. A card shows private numbers: it is kept from other
 * components as these are.
 */
package org.chancery.core.cards;
