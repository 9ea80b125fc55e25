/** What is packaged and what it is compiled against. */
package org.chancery.alfresco.packaging;
