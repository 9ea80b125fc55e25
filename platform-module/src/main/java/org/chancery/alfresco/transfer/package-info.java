/** Where packages for the National Archives lie, and the classes they are checked by. */
package org.chancery.alfresco.transfer;
