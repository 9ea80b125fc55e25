/**
 * What every host has to prove of its repository: one abstract test class a port, each promise of
 * the port's documentation a test. A host nests them in a test class that hands out its ports, and
 * adds nothing.
 */
package org.chancery.core.repository.contract;
