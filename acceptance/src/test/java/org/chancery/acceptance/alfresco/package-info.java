/** What holds on a real Alfresco only, whatever the client. */
package org.chancery.acceptance.alfresco;
