/** Where packages for the National Archives lie, and in whose name they go. */
package org.chancery.standalone.transfer;
