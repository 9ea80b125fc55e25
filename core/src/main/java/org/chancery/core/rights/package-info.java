/**
 * What people may ask of the department, and what it owes them unasked: not to be contacted
 * (requirement S17), to be forgotten after a year without contact (S15), to be told what is held on
 * them (P12), and that nobody carries their data off (P10).
 */
package org.chancery.core.rights;
