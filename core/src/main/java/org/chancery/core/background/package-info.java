/** Threads of our own, for what is done now and then. */
package org.chancery.core.background;
