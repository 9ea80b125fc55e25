/** What Chancery's extension of Alfresco Share runs inside Share: the gate before its pages. */
package org.chancery.share;
