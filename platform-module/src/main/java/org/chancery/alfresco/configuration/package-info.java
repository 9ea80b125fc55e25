/** The module's settings, as {@code alfresco-global.properties} gives them. */
package org.chancery.alfresco.configuration;
