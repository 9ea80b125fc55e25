/** {@code ./chancery verify}: re-checks a stopped server's data, and changes nothing. */
package org.chancery.standalone.verify;
