/** Mail by the repository's own outbound mail: notices to its people, letters to people outside. */
package org.chancery.alfresco.mail;
