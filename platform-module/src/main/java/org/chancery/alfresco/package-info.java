/**
 * Host 2: the core inside Alfresco's repository. Each package below adapts one of the core's needs
 * to the platform's services; {@code alfresco/module/chancery/module-context.xml} wires them.
 */
package org.chancery.alfresco;
