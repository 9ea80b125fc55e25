/**
 * What folder rules and the document library can have done to an item: the domain's own acts, as
 * actions of the platform.
 */
package org.chancery.alfresco.actions;
