/** Every port of core kept in memory, for tests of the domain that need no host. */
package org.chancery.core.memory;
