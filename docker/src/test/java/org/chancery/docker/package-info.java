/** Holds the compose file and the images' scripts to what they promise, without Docker. */
package org.chancery.docker;
