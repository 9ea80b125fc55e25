/** What Chancery's routes cost on Alfresco, beside the platform's own interface on the same one. */
package org.chancery.benchmarks.alfresco;
