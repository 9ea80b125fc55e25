/** Names of the content models, as the platform writes them and as we do. */
package org.chancery.alfresco.names;
