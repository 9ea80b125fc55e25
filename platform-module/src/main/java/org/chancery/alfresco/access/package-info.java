/**
 * What keeps access to nodes what it was set to, whatever the client and however many are at work:
 * nobody owns what is Chancery's, and a change of access holds for everything below, with its
 * answer.
 */
package org.chancery.alfresco.access;
