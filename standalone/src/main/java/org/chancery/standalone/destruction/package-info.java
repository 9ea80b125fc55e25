/** Erases what removed folders left, in every place where this host keeps something. */
package org.chancery.standalone.destruction;
