/** The database the server keeps everything in: its own, or an outside PostgreSQL. */
package org.chancery.standalone.database;
