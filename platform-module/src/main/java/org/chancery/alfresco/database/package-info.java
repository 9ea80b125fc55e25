/** Chancery's own tables, beside the platform's in the platform's database. */
package org.chancery.alfresco.database;
