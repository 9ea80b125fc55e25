/**
 * The one adapter of the domain's transfers onto the module {@code archive}, which both hosts use,
 * and the processes apart in which files from outside are looked into.
 */
package org.chancery.packaging;
