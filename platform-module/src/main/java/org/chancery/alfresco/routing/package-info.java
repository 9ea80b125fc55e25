/**
 * The routing engine on the platform's own: the templates and their tasks in its workflow engine,
 * so that Share's My Tasks shows them, and every answer given there goes through the domain.
 */
package org.chancery.alfresco.routing;
