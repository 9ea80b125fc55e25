/**
 * The domain on this host's ports: what it is made of, and its start and stop with the repository.
 */
package org.chancery.alfresco.host;
