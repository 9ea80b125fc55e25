/** Whether what Chancery needs works; what the checks say may be read by everyone. */
package org.chancery.alfresco.health;
