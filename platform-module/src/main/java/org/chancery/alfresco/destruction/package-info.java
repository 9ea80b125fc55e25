/** Erases what removed folders left, in every place where the platform keeps something. */
package org.chancery.alfresco.destruction;
